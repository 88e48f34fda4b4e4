import AssessmentModel
import Testing

@testable import ReportSite

@Suite("The explorer's data") struct FindingsDataTests {
  /// The columns of findings.csv that stand with each finding; the others are those of its check.
  private static let columns = [0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 16]

  /// Compares the data with findings.csv, row by row.
  private func compare(_ site: Site) throws {
    let data = try FindingsDataReader(site)
    let rows = CSVReader.rows(of: site.files["findings.csv"] ?? "").dropFirst()
    #expect(data.rows.count == rows.count)
    for (own, row) in zip(data.rows, rows) {
      let cells = own.map { CSVReader.rows(of: CSV.cell($0) + ",\r\n")[0][0] }
      #expect(cells == Self.columns.map { row[$0] })
    }
    #expect(data.shared["findings"] as? Int == rows.count)
  }

  @Test("They are the findings of findings.csv, in its order", arguments: Sample.allCases)
  func same(as sample: Sample) throws {
    try compare(sample.site)
  }

  @Test("Further witnesses, other files, missing times and sources stand with their findings")
  func oddFindings() throws {
    var builder = SiteBuilder()
    builder.evidence.files = [SiteBuilder.file("hub.json"), SiteBuilder.file("other.json")]
    builder.add("S3.8", .passed, resource: "x")
    builder.add("S3.8", .failed, resource: "x", file: 1) { row, _ in row.source = .prowler }
    builder.add("S3.8", .failed, resource: "y") { row, _ in row.created = Record.undated }
    builder.add("S3.8", .failed, resource: "z", file: 1) { row, _ in
      row.created = Record.undated
      row.updated = Record.undated
    }
    builder.add("S3.8", .failed, resource: "")
    builder.add("IAM.3", .failed, region: "", resource: "w")
    let site = try builder.site()
    try compare(site)
    let data = try FindingsDataReader(site)
    #expect(data.rows.contains { $0.last == "other.json#2; hub.json#1" })
    #expect(data.rows.contains { $0[7] == "z" && $0[8].isEmpty && $0[9].isEmpty })
    #expect(data.parts[0]["disputed"] as? [Int] == [1])
  }

  @Test("Names of one run share their beginning, but never half a character")
  func sharedNames() throws {
    var builder = SiteBuilder()
    let names = ["arn:aws:s3:::käse", "arn:aws:s3:::küche", "arn:aws:s3:::k\u{308}"]
    for name in names { builder.add("S3.8", .failed, resource: name) }
    let site = try builder.site()
    try compare(site)
    let runs = try FindingsDataReader(site).parts[0]["runs"] as? [[Any]]
    #expect(runs?.map { $0.last as? String } == ["arn:aws:s3:::k"])
  }

  @Test("The first file is small, and the list goes on in files of 20,000")
  func parts() throws {
    var builder = SiteBuilder()
    for number in 0..<22_001 { builder.add("S3.8", .failed, resource: "b-\(number)") }
    let report = Report(try builder.assessment(), version: "1", digest: "d")
    let data = FindingsData(report: report)
    #expect(data.parts == [0..<2000, 2000..<22_000, 22_000..<22_001])
    #expect(Array(data.part(1).pieces.joined()).count < 200_000)
    #expect(data.part(3).path == "data/findings-3.js")
  }

  @Test("A hostile text stays a value of the script", arguments: HostileTextTests.texts)
  func hostile(text: String) throws {
    var builder = SiteBuilder.varied
    builder.title = text
    builder.evidence.files = [SiteBuilder.file(text)]
    builder.evidence.accounts = [
      AccountDetails(id: SiteBuilder.account(1), name: text, owner: text)
    ]
    builder.except(text) { $0.resource = "*" }
    for (number, check) in ["IAM.3", "S3.8"].enumerated() {
      builder.add(check, .failed, region: text, resource: "\(text)\(number)") { row, table in
        row.isSuppressed = check == "S3.8"
        row.note = table.strings.intern(text)
      }
      builder.add(check, .failed, region: text, resource: "\(text)\(number)x")
    }
    let site = try builder.site()
    try compare(site)
    for (path, script) in site.files where path.hasPrefix("data/") {
      #expect(!script.unicodeScalars.contains { ["<", "\u{2028}", "\u{2029}"].contains($0) })
      #expect(script.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(path)")
    }
    let names = try FindingsDataReader(site).rows.map { $0[7] }
    #expect(names.contains { $0.utf8.elementsEqual("\(text)0x".utf8) })
  }

  @Test("Checks, accounts and objectives come with what the filters and links need")
  func shared() throws {
    let data = try FindingsDataReader(try Sample.varied.site)
    let checks = data.shared["checks"] as? [[String: Any]] ?? []
    let first = checks.first { $0["id"] as? String == "IAM.3" }
    #expect(first?["service"] as? String == "IAM")
    #expect(first?["objectives"] as? [String] == ["so-1", "so-2"])
    #expect(first?["link"] as? String == "checks/iam-3.html")
    let rows = checks.first { $0["id"] as? String == "TA.Rows" }
    #expect(rows?["service"] as? String == "Trusted Advisor")
    #expect(
      data.texts("accounts").first == [
        SiteBuilder.account(1), "production", "Platform", "accounts/000000000001.html",
      ])
    #expect(data.texts("states").map { $0[0] }.contains("open"))
    #expect(data.texts("objectives").map { $0[1] } == ["SO 1", "SO 2", "SO 3"])
  }

  @Test("Only an address on the web is marked as a link")
  func remediation() throws {
    for (address, isSafe) in [("https://aws.example/x", true), ("javascript:alert(1)", false)] {
      var check = Check(id: "X.1", title: "T", severity: .low)
      check.remediation = address
      let catalogue = Catalogue(objectives: [], checks: [check])
      let report = Report(
        try Assessment(Evidence(), catalogue: catalogue, asOf: Instant("2026-11-24")),
        version: "1", digest: "d")
      var bytes: [UInt8] = []
      FindingsDictionary(data: FindingsData(report: report)).json.write(into: &bytes, depth: 0)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("\"remediation\":\"\(address)\""))
      #expect(text.contains("\"isSafe\":true") == isSafe)
    }
  }

  @Test("The first page of the list alone has the explorer, and none where nothing is found")
  func scripts() throws {
    let scripts = { (site: Site, path: String) in
      try site.page(path).elements.filter { $0.name == "script" }.compactMap {
        $0.attributes["src"]
      }
    }
    let site = try Sample.large.site
    let own = try scripts(site, "findings.html")
    #expect(own.suffix(3) == ["assets/explorer.js", "data/findings.js", "data/findings-1.js"])
    #expect(try scripts(site, "findings-2.html") == ["assets/site.js"])
    #expect(try site.page("findings-2.html").links.contains("findings.html"))
    #expect(try scripts(Sample.empty.site, "findings.html") == ["assets/site.js"])
  }
}
