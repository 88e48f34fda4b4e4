import AssessmentModel
import EmbeddedFiles
import Testing

@testable import ReportSite

@Suite struct SiteTests {
  @Test("Every kind of page is written, whole and under 300 KB", arguments: Sample.allCases)
  func pages(of sample: Sample) throws {
    let site = try sample.site
    let expected = [
      "index.html", "so-1.html", "so-2.html", "so-3.html", "so-1.md", "so-2.md", "so-3.md",
      "checks/iam-3.html", "checks/iam-4.html", "checks/s3-8.html", "checks/ec2-2.html",
      "checks/ta-rows.html", "accounts.html", "findings.html", "questions.html",
      "exceptions.html", "sources.html", "report.json", "findings.csv",
    ]
    let accounts = site.assessment.scope.accounts.map { account in
      "accounts/\(site.assessment.strings[account.id]).html"
    }
    #expect(Set(expected + accounts).subtracting(site.files.keys) == [])
    for path in site.htmlPaths {
      #expect(site.files[path].map { $0.utf8.count < 300_000 } == true, "\(path)")
      let page = try site.page(path)
      #expect(page.elements.count { $0.name == "h1" } == 1, "\(path)")
      #expect(page.elements.count { $0.name == "main" } == 1, "\(path)")
      #expect(page.texts { name, _ in name == "title" } != [""], "\(path)")
    }
  }

  @Test(
    "Every id stands once on its page, and every link leads to what is there",
    arguments: Sample.allCases)
  func links(of sample: Sample) throws {
    #expect(try SiteLinks(sample.site).faults == [])
  }

  @Test("Every page can be reached from the overview", arguments: Sample.allCases)
  func reach(of sample: Sample) throws {
    #expect(try SiteLinks(sample.site).unreachable == [])
  }

  @Test("The same assessment gives the same bytes")
  func repeats() throws {
    let first = try SiteBuilder.varied.site()
    let second = try SiteBuilder.varied.site()
    #expect(first.files == second.files)
  }
}

@Suite struct SiteSizeTests {
  /// A long list by its name.
  struct List: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let fill: @Sendable (inout SiteBuilder) -> Void

    init(_ name: String, _ fill: @escaping @Sendable (inout SiteBuilder) -> Void) {
      testDescription = name
      self.fill = fill
    }
  }

  static let lists: [List] = [
    List("3,000 evidence files") { builder in
      builder.evidence.files += (0..<3000).map {
        SiteBuilder.file("evidence/of/folder-\($0 / 500)/findings-of-one-day-\($0).json")
      }
    },
    List("3,000 rejected files") { builder in
      builder.evidence.rejectedFiles = (0..<3000).map {
        Diagnostic(.error, "invalid-json", file: "evidence/\($0).json", "expected a value")
      }
    },
    List("200 exceptions of 1,000 characters with 40 findings each") { builder in
      for number in 0..<200 {
        builder.add("IAM.3", .failed, resource: "user-\(number)")
        builder.except("E-\(number)") {
          $0.reason = String(repeating: "Because & so. ", count: 70)
          $0.resource = number > 160 ? "user-*" : "user-\(number)"
        }
      }
    },
    List("2,000 warnings") { builder in
      builder.evidence.diagnostics = (0..<2000).map {
        Diagnostic(
          .warning, "bad-record", file: "evidence/findings.json",
          place: .record($0, pointer: "/Findings/\($0)/Resources"), "the record is not readable",
          remedy: "Export it again.")
      }
    },
    List("5,000 unmapped checks") { builder in
      for number in 0..<5000 {
        builder.add("Unknown.\(number)", .failed) { row, table in
          row.title = table.strings.intern("A check that no objective of this report claims")
        }
      }
    },
    List("100 questions") { builder in builder.furtherQuestions = 99 },
    List("600 accounts with a place in 17 regions") { builder in
      for number in 0..<10_200 {
        builder.add(
          "S3.8", number % 2 == 0 ? .passed : .failed, account: number / 17 + 1,
          region: "region-with-a-name-\(number % 17)")
      }
    },
    List("resources that are one character with 100,000 combining marks") { builder in
      for number in 0..<3 {
        builder.add(
          "IAM.3", .failed,
          resource: "a\(number)" + String(repeating: "\u{301}", count: 100_000))
      }
    },
  ]

  @Test(
    "Long lists go on over several pages, none of 300 KB, and every page is reached",
    arguments: lists)
  func long(list: List) throws {
    var builder = SiteBuilder.varied
    list.fill(&builder)
    let site = try builder.site()
    for path in site.htmlPaths {
      #expect(site.files[path].map { $0.utf8.count < 300_000 } == true, "\(path)")
    }
    let links = try SiteLinks(site)
    #expect(links.faults == [])
    #expect(links.unreachable == [])
  }

  @Test("Every evidence file, left-out file, warning, unmapped check and exception is listed")
  func complete() throws {
    var builder = SiteBuilder.varied
    for list in Self.lists[..<5] { list.fill(&builder) }
    let site = try builder.site()
    let sources = try site.htmlPaths.filter { $0.hasPrefix("sources") }
      .map { try site.page($0).text }.joined()
    for number in [0, 1500, 2999] {
      #expect(sources.contains("findings-of-one-day-\(number).json"))
      #expect(sources.contains("evidence/\(number).json: expected a value"))
    }
    for number in [0, 1000, 1999] { #expect(sources.contains("/Findings/\(number)/Resources")) }
    for number in [0, 2500, 4999] { #expect(sources.contains("Unknown.\(number): A check")) }
    let exceptions = try site.htmlPaths.filter { $0.hasPrefix("exceptions") }
      .flatMap { try site.page($0).ids }
    let anchors = exceptions.filter { $0.hasPrefix("exception-") }
    #expect(Set(anchors).count == builder.evidence.exceptions.count)
    #expect(anchors.count == Set(anchors).count)
  }
}

/// Checks ids and relative links of a site.
struct SiteLinks {
  private(set) var faults: [String] = []
  /// Pages to which no link leads from the overview.
  private(set) var unreachable: Set<String> = []

  /// What the caller of ReportSite adds to the site.
  private static let others: Set<String> = {
    let assets = (try? FileSet())?.paths(below: "assets/") ?? []
    return Set(assets + ["manifest.json"])
  }()

  init(_ site: Site) throws {
    let pages = try Dictionary(
      uniqueKeysWithValues: site.htmlPaths.map { ($0, try site.page($0)) })
    let ids = pages.mapValues { Set($0.ids) }
    var targets: [String: Set<String>] = [:]
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      if Set(page.ids).count != page.ids.count { faults.append("\(path) has an id twice") }
      for id in page.ids where id.isEmpty || id.contains(" ") {
        faults.append("\(path) has the id “\(id)”")
      }
      for link in Self.addresses(on: page) where !link.contains("://") {
        let (target, fragment) = Self.resolve(link, from: path)
        targets[path, default: []].insert(target)
        if site.files[target] == nil && !Self.others.contains(target) {
          faults.append("\(path) leads to \(link), which is not there")
        } else if !fragment.isEmpty, !fragment.contains("="),
          ids[target]?.contains(fragment) != true
        {
          faults.append("\(path) leads to \(link), where there is no such id")
        }
      }
    }
    var seen: Set<String> = []
    var next = ["index.html"]
    while let path = next.popLast() {
      if seen.insert(path).inserted { next += targets[path] ?? [] }
    }
    unreachable = Set(site.htmlPaths).subtracting(seen)
  }

  private static func addresses(on page: HTMLReader) -> [String] {
    page.elements.flatMap { [$0.attributes["href"], $0.attributes["src"]].compactMap(\.self) }
  }

  private static func resolve(_ link: String, from path: String) -> (String, String) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    if parts[0].isEmpty { return (path, fragment) }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
    }
    return (folders.joined(separator: "/"), fragment)
  }
}
