import AssessmentModel
import Markdown
import Testing

@testable import ReportSite

@Suite("Encoders of bytes") struct EncoderTests {
  @Test("know a plain text in any length, wherever another byte stands")
  func plain() {
    let others = Set("&<>\"'\\,;".utf8)
    for length in [1, 3, 7, 8, 9, 16, 21] {
      for position in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
          text[position] = byte
          let isPlain = (0x20..<0x7F).contains(byte) && !others.contains(byte)
          let found = text.span.isPlain
          #expect(found == isPlain, "\(byte) at \(position) of \(length)")
        }
      }
    }
    let empty: [UInt8] = []
    let isPlain = empty.span.isPlain
    #expect(isPlain)
  }

  @Test("write a text alike whole and as a part of others", arguments: HostileTextTests.texts)
  func parts(text: String) {
    let all = Array("before\(text)behind".utf8)
    let range = 6..<(6 + text.utf8.count)
    var html = HTML()
    html.append(text: all, range)
    #expect(html.markup == ("\(text)" as HTML).markup)
    var csv = CSV()
    csv.append(all, range)
    #expect(String(decoding: csv.bytes, as: UTF8.self) == CSV.cell(text))
  }

  @Test("write cells of CSV with commas between them and nothing else")
  func cells() {
    var csv = CSV()
    csv.append("a,b")
    csv.append(CSV(cells: ["", "=1"]))
    csv.append(moment: Record.undated)
    csv.append(moment: 0)
    csv.append(Fragments([CSV(cells: ["x"]), CSV(cells: ["y", "z"])]), 1)
    csv.endRow()
    csv.append("next")
    csv.endRow()
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "\"a,b\",,\"'=1\",,1970-01-01T00:00:00Z,y,z\r\nnext\r\n")
  }

  @Test("append numbers and moments as text does", arguments: [0, 7, 10, 99, 100, 1_234_567])
  func numbers(number: Int) {
    var html = HTML()
    html.append(number)
    html.append(dayOf: Instant(seconds: Int64(number) * 86_400))
    let day = Instant(seconds: Int64(number) * 86_400).day
    #expect(html.markup == "\(number)\(day)")
  }
}

@Suite("The frame of a page") struct PageShellTests {
  @Test(
    "is filled at its slots, whatever other values are",
    arguments: ["", "q", "qq-0-", "qqq-1-qqqq", "slot", "<qqqqqqqq-0->"])
  func slots(value: String) throws {
    let template = try PageTemplate("x", "a {{title}} {{name}} qq {{{content}}} b {{title}}")
    let shell = template.shell(["name": value], slots: ["title", "content"])
    let bytes = shell.filled(["title": "T", "content": "<p>C</p>"]).joined()
    #expect(
      String(decoding: Array(bytes), as: UTF8.self)
        == "a T \(("\(value)" as HTML).markup) qq <p>C</p> b T")
  }

  @Test("keeps a long content in a piece of its own")
  func pieces() throws {
    let shell = try PageTemplate("x", "a{{{content}}}b").shell([:], slots: ["content"])
    let long = HTML(trusted: String(repeating: "c", count: 60_000))
    #expect(shell.filled(["content": long]).map(\.count) == [1, 60_000, 1])
  }
}
