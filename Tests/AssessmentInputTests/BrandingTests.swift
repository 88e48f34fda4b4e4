import AssessmentInput
import AssessmentModel
import Testing

@Suite("The branding of an assessment")
struct BrandingTests {
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>
    """

  private func read(_ assessment: String, _ files: [String: [UInt8]] = [:]) -> ReadResult {
    let fixed = ["assessment.yaml": assessment, "evidence/e.json": Sample.hub].mapValues {
      Array($0.utf8)
    }
    return readingBytes(fixed.merging(files) { $1 })
  }

  private func logo(_ text: String) -> ReadResult {
    read("branding: {logo: brand/logo.svg}\n", ["brand/logo.svg": Array(text.utf8)])
  }

  @Test("is read with all its keys")
  func readsAll() throws {
    let result = read(
      """
      branding:
        logo: ./brand/logo.svg
        accent: "#0B5394"
        footer: Example Ltd, internal
      pages: [plan, overview, objectives, findings]
      """, ["brand/logo.svg": Array(Self.drawing.utf8)])
    #expect(result.failureLines == [])
    let branding = result.evidence.branding
    #expect(branding.logo == Logo(kind: .svg, bytes: Array(Self.drawing.utf8)))
    #expect(branding.logo?.path == "assets/logo.svg")
    #expect(branding.accent?.light.description == "#0b5394")
    #expect(branding.footer == "Example Ltd, internal")
    #expect(branding.navigation == [.plan, .overview, .objectives, .findings])
    let file = try #require(result.evidence.files.first { $0.name == "brand/logo.svg" })
    #expect(file.kind == "logo (SVG)" && file.sha256.count == 64)
  }

  @Test(
    "that is wrong is named with its place",
    arguments: [
      (
        "branding: {accent: \"#ffcc00\"}\n",
        "assessment.yaml:1:20: accent #ffcc00 has a contrast of 1.3 : 1 on light pages, and text "
          + "needs 4.5 : 1. Choose a darker colour, such as #846a00."
      ),
      (
        "branding: {accent: blue}\n",
        "assessment.yaml:1:20: accent must be a colour such as \"#0b5394\". Write six hexadecimal "
          + "digits, in quotes, because # begins a comment in YAML."
      ),
      (
        "branding: {colour: blue}\n",
        "assessment.yaml:1:12: the key \"colour\" is not known here. "
          + "Known keys: logo, accent, footer."
      ),
      (
        "branding: {logo: ../logo.svg}\n",
        "assessment.yaml:1:18: logo must be a path in the assessment folder. Put the file there, "
          + "and write logo: branding/logo.svg."
      ),
      (
        "branding: {logo: brand/none.svg}\n",
        "assessment.yaml:1:18: logo names brand/none.svg, which was not found. Put the file there, "
          + "below the assessment folder."
      ),
      (
        "pages: [findigns]\n",
        "assessment.yaml:1:9: there is no page \"findigns\" in the navigation. Did you mean "
          + "\"findings\"? Known names: overview, plan, findings, questionnaire, exceptions, "
          + "changes, gaps, other-findings, sources, objectives, accounts."
      ),
      (
        "pages: [gaps, gaps]\n", "assessment.yaml:1:15: the page gaps is there twice"
      ),
      (
        "branding: {footer: \"a\\nb\"}\n",
        "assessment.yaml:1:20: footer must be one line of at most 300 characters"
      ),
    ])
  func wrong(text: String, line: String) { #expect(read(text).failureLines == [line]) }

  @Test(
    "takes drawings as editors write them",
    arguments: [
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A. -->\n\(drawing)\n",
      "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><title>A &amp; B</title>"
        + "<style type=\"text/css\">.a{fill:#fff;clip-path:url(#c)}</style></svg>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "viewBox=\"0,0,1,1\"><defs><rect id=\"r\" style=\"fill:red\"/></defs>"
        + "<use xlink:href=\"#r\" fill=\"url(#g)\"/></svg>",
    ])
  func takes(text: String) { #expect(logo(text).failureLines == []) }

  private static let refused = [
    ("<script>alert(1)</script>", "the element <script> is not taken. "),
    ("<foreignObject/>", "the element <foreignObject> is not taken. "),
    ("<image href=\"#a\"/>", "the element <image> is not taken. "),
    ("<a href=\"#a\"/>", "the element <a> is not taken. "),
    ("<animate/>", "the element <animate> is not taken. "),
    ("<path onload=\"x()\"/>", "the attribute onload is not taken. "),
    ("<use href=\"https://example.com/#a\"/>", "href must lead to a place in the logo itself. "),
    ("<use href=\"javascript:x()\"/>", "href must lead to a place in the logo itself. "),
    ("<path fill=\"url(//example.com)\"/>", "fill leads out of the logo. "),
    ("<path style=\"fill:url( #a)\"/>", "a style leads out of the logo. "),
    ("<path style=\"fill:u\\72l(//a)\"/>", "styles must not have at-rules, escapes or comments. "),
    ("<path fill=\"&#117;rl(//a)\"/>", "fill leads out of the logo. "),
    ("<style>@import '//a';</style>", "styles must not have at-rules, escapes or comments"),
    ("<style>a{b:url(//a)}</style>", "a style leads out of the logo"),
    ("<![CDATA[x]]>", "document types, CDATA and processing instructions are not taken"),
    ("<?php x ?>", "document types, CDATA and processing instructions are not taken"),
    ("<title>&entity;</title>", "only references to characters are taken"),
    ("<path d=M0/>", "the value of d is not in quotes"),
    ("<path d=\"a\" d=\"b\"/>", "d is there twice"),
    ("<g></path></g>", "</path> closes nothing that is open here"),
    ("text", "text is not expected here"),
    ("<svg:path/>", "the element <svg:path> is not taken. "),
  ]

  @Test("refuses a drawing that does more than draw, with the place", arguments: refused)
  func refuses(inner: String, summary: String) {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">\n\(inner)</svg>"
    let lines = logo(text).failureLines
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("brand/logo.svg:2:") == true, "\(lines)")
    #expect(lines.first?.contains(": \(summary)") == true, "\(lines)")
  }

  @Test(
    "refuses what is no drawing",
    arguments: [
      ("<!DOCTYPE svg>\(drawing)", "brand/logo.svg:1:1: document types"),
      ("<html/>", "brand/logo.svg:1:1: the element <html> is not taken"),
      ("<svg viewBox=\"0 0 1 1\"/>", "brand/logo.svg:1:1: svg needs xmlns="),
      ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "brand/logo.svg:1:1: svg needs a viewBox"),
      ("\(drawing)\(drawing)", "brand/logo.svg:1:90: expected one svg element"),
      (String(drawing.dropLast(6)), "brand/logo.svg:1:84: the logo ends before </svg>"),
      ("GIF89a", "brand/logo.svg: the logo is neither PNG nor SVG"),
      ("<svg" + String(repeating: " ", count: 200_000), "brand/logo.svg: the logo has 200.0 KB;"),
    ])
  func refusesOthers(text: String, line: String) {
    let lines = logo(text).failureLines
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(line) == true, "\(lines)")
  }

  private static func png(_ width: UInt8, _ height: UInt8, tail: [UInt8] = []) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0] + [0, 0, 0, 0]
      + [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0] + tail
  }

  @Test("takes a PNG that is whole")
  func png() {
    func lines(_ bytes: [UInt8]) -> [String] {
      read("branding: {logo: brand/logo}\n", ["brand/logo": bytes]).failureLines
    }
    #expect(lines(Self.png(4, 4)) == [])
    #expect(
      lines(Self.png(0, 4)) == [
        "brand/logo: the logo is 0 by 4 pixels; a side may have 1 to 4000"
      ])
    #expect(
      lines(Self.png(4, 4).dropLast()) == [
        "brand/logo: the logo is a PNG that is cut off or damaged. Export or download it again."
      ])
    #expect(
      lines(Self.png(4, 4, tail: [1])) == [
        "brand/logo: the logo has bytes behind the end of its PNG"
      ])
  }

  @Test("The colour for dark pages can be read on all of them", arguments: [0x0B5394, 0x7A0000, 0])
  func dark(rgb: Int) throws {
    let accent = try #require(Accent(Colour(rgb: rgb)))
    #expect(accent.dark.contrast(with: Accent.darkSurfaces) >= 4.5)
    #expect(accent.light == Colour(rgb: rgb))
    #expect(accent.dark != accent.light)
  }

  @Test("Contrast is that of WCAG")
  func contrast() {
    #expect(Colour(rgb: 0).contrast(with: Colour(rgb: 0xFFFFFF)) == 21)
    let grey = Colour(rgb: 0x777777).contrast(with: Colour(rgb: 0xFFFFFF))
    #expect(abs(grey - 4.478) < 0.001)
  }
}
