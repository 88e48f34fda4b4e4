import AssessmentModel
import Testing

@testable import ReportSite

@Suite("Long lists of findings") struct FindingListTests {
  @Test(
    "No row takes more bytes than its size says, and few take much less", arguments: Sample.allCases
  )
  func sizes(of sample: Sample) throws {
    try checkSizes(sample.builder, least: 0.5)
  }

  @Test(
    "No row of hostile text takes more bytes than its size says", arguments: HostileTextTests.texts)
  func hostileSizes(text: String) throws {
    var builder = SiteBuilder()
    builder.evidence.files = [SiteBuilder.file(text)]
    builder.evidence.accounts = [AccountDetails(id: SiteBuilder.account(1), name: text)]
    builder.except(text) { $0.resource = "*" }
    for check in ["IAM.3", "S3.8", "TA.Rows"] {
      for status in [Record.Status.failed, .warning] {
        builder.add(check, status, region: text, resource: "\(text)\(status)") { row, table in
          row.isSuppressed = check == "S3.8"
          row.note = table.strings.intern(text)
          row.reason = table.strings.intern(text)
        }
      }
    }
    try checkSizes(builder, least: 0.05)
  }

  /// Compares each row with the size that is told of it; all rows together take at least that share.
  private func checkSizes(_ builder: SiteBuilder, least: Double) throws {
    let report = Report(try builder.assessment(), version: "1", digest: "d")
    let rows = FindingRows(report: report, map: SiteMap(page: "checks/"))
    for columns in [FindingLists.columns, FindingLists.checkColumns] {
      let empty = rows.table([Int32](), columns, label: "", id: "").byteCount
      let group = "<tbody data-sev=\"informational\" data-state=\"suppressed\"></tbody>".utf8.count
      var (told, taken) = (0, 0)
      for index in report.findings.indices {
        let bytes = rows.table([Int32(index)], columns, label: "", id: "").byteCount - empty
        let size = rows.size(index, columns)
        #expect(bytes <= size + group, "\(report.citation(index)): \(bytes) of \(size)")
        (told, taken) = (told + size, taken + bytes)
      }
      #expect(Double(taken) >= Double(told) * least)
    }
  }

  @Test(
    "The order is that of state, severity of the check and findings", arguments: Sample.allCases)
  func order(of sample: Sample) throws {
    let report = Report(try sample.builder.assessment(), version: "1", digest: "d")
    let states: [Finding.State] = [.failed, .unknown, .excepted, .suppressed, .passed]
    let ranks = report.findings.enumerated().map { index, finding in
      (
        states.firstIndex(of: finding.state) ?? 9,
        -Int(report.severities[finding.check].rawValue), index
      )
    }
    let expected = report.findings.indices.sorted { ranks[$0] < ranks[$1] }
    #expect(report.order.indices.map(Int.init) == expected)
    for check in report.checks.indices {
      for state in states {
        let positions = report.order.positions(ofCheck: check, state)
        let own = report.order.indices[positions].map { report.findings[Int($0)] }
        #expect(own.allSatisfy { $0.check == check && $0.state == state })
        #expect(own.count == report.findings.count { $0.check == check && $0.state == state })
      }
    }
  }

  @Test("Pages hold all findings in order, and a position is found on its page")
  func pages() {
    let list = FindingList(Array(0..<100), first: 25, limit: 60) { $0 == 50 ? 500 : 10 }
    #expect(list.page(1).count == 2 && list.page(2).count == 6)
    #expect((1...list.pageCount).flatMap { list.page($0) } == Array(0..<100))
    for number in 1...list.pageCount {
      for position in list.page(number).indices {
        #expect(list.pageNumber(ofPosition: position) == number)
      }
    }
    #expect(list.page(list.pageNumber(ofPosition: 50)).count == 1)
    let empty = FindingList([]) { _ in 10 }
    #expect(empty.pageCount == 1 && empty.page(1).isEmpty)
  }
}

@Suite("What pages leave to others") struct ListedOnceTests {
  /// An account with many findings, and one with few, in two regions.
  private static var builder: SiteBuilder {
    var builder = SiteBuilder()
    for number in 0..<90 {
      builder.add("IAM.3", .failed, resource: "key-\(number)")
      builder.add(
        "S3.8", .failed, region: number < 30 ? "eu-west-1" : "eu-west-2", resource: "b-\(number)")
      builder.add(
        "S3.8", .passed, region: number < 60 ? "eu-west-1" : "eu-west-2", resource: "p-\(number)")
    }
    builder.add("S3.8", .warning, resource: "unsure")
    builder.add("S3.8", .failed, account: 2, resource: "one")
    return builder
  }

  @Test("An account of many findings has their numbers, which lead to the rows of its checks")
  func counts() throws {
    let site = try Self.builder.site()
    let many = try site.page("accounts/\(SiteBuilder.account(1)).html")
    let rows = many.texts { name, _ in name == "tr" }
    #expect(rows.contains { $0.hasPrefix("S3.8 Title") && $0.hasSuffix("High90100") })
    #expect(!many.text.contains("key-1"))
    #expect(many.links.count { $0.hasPrefix("../checks/iam-3.html#IAM.3-") } == 1)
    #expect(many.links.count { $0.hasPrefix("../checks/s3-8.html#S3.8-") } == 2)
    let few = try site.page("accounts/\(SiteBuilder.account(2)).html")
    #expect(few.texts { name, _ in name == "th" }.contains { $0.hasPrefix("oneS3.8-") })
    #expect(try SiteLinks(site).faults == [])
  }

  @Test("Places of a check tell how many resources passed there, and lead to the first of them")
  func passed() throws {
    let site = try Self.builder.site()
    let page = try site.page("checks/s3-8.html")
    let places = page.texts { _, attributes in attributes["id"] == "places" }.joined()
    #expect(places.contains("eu-west-1 60 passed, eu-west-2 30 passed"))
    let targets = page.links.filter { $0.hasPrefix("../findings.html#S3.8-") }
      .map { String($0.split(separator: "#")[1]) }
    let rows = try site.page("findings.html").elements
    let first = targets.compactMap { target in rows.firstIndex { $0.attributes["id"] == target } }
    #expect(first.count == 3)
    #expect(!page.text.contains("p-1"))
  }

  @Test("Figures of the overview lead to the page on which the findings that they count begin")
  func figures() throws {
    let site = try Sample.large.site
    let links = try site.page("index.html").links.filter { $0.hasSuffix("&state=open") }
    #expect(links.contains { $0.hasPrefix("findings-") })
    for link in links {
      let parts = link.split(separator: "#").map(String.init)
      let severity = parts[1].split(separator: "&")[0].split(separator: "=")[1]
      let groups = try site.page(parts[0]).elements.filter { $0.name == "tbody" }
      #expect(
        groups.contains {
          $0.attributes["data-sev"] == String(severity) && $0.attributes["data-state"] == "open"
        }, "\(link)")
    }
  }

  @Test("findings.csv names every witness of a finding, the deciding one first")
  func witnesses() throws {
    var builder = SiteBuilder()
    builder.evidence.files = [SiteBuilder.file("hub.json"), SiteBuilder.file("other.json")]
    builder.add("S3.8", .passed, resource: "x")
    builder.add("S3.8", .failed, resource: "x", file: 1) { row, _ in row.source = .prowler }
    let site = try builder.site()
    let rows = CSVReader.rows(of: site.files["findings.csv"] ?? "")
    #expect(rows.first?.last == "evidence")
    #expect(rows.dropFirst().map(\.last) == ["other.json#2; hub.json#1"])
    #expect(rows.dropFirst().allSatisfy { $0.contains("Security Hub Prowler") })
  }

  @Test("A row of findings is no longer than it has to be")
  func bytes() throws {
    let site = try Sample.large.site
    let page = site.files["findings.html"] ?? ""
    let rows = page.split(separator: "<tr id=").dropFirst()
    #expect(rows.count > 300)
    #expect(rows.dropLast().allSatisfy { $0.utf8.count < 330 })
    #expect(!rows.dropLast().contains { $0.contains("role=") || $0.contains("</td>") })
  }
}
