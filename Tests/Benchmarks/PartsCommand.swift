import ArgumentParser
import AssessmentInput
import AssessmentModel
import Catalogue
import EmbeddedFiles
import FoundationEssentials
import JSON
import SyntheticFindings

/// `Benchmarks parts`: the hot parts of a run, each alone, in this process.
///
/// For work on one of them, together with a profiler; whether a run got faster, `run` tells.
struct PartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts", abstract: "Measures scanning, reading and merging, each alone.")

  @Option(help: "How many findings are scanned and read.")
  var findings = 50_000

  @Option(help: "How many rows are merged; none leaves merging out.")
  var rows = 1_000_000

  @Option(help: "How often each part is measured.")
  var runs = 5

  func validate() throws {
    guard findings > 0, rows >= 0, runs > 0 else {
      throw ValidationError("--findings and --runs must be at least 1, --rows at least 0.")
    }
  }

  func run() throws {
    var table = MarkdownTable(["part", "median", "least", "most", "rate"])
    func add(_ part: String, _ spread: Spread, _ rate: (Double) -> String) {
      table.add([
        part, Wording.seconds(spread.median), Wording.seconds(spread.least),
        Wording.seconds(spread.most), rate(spread.median),
      ])
    }
    var text = ""
    ExportEnvelope.object.write(SyntheticExport(findings: findings, hasTwins: true)) { text += $0 }
    let bytes = Array(text.utf8)
    func speed(_ seconds: Double) -> String {
      Wording.size(Int(Double(bytes.count) / seconds)) + "/s"
    }
    add("scan for records", try measure { try scan(JSONText(bytes)) }, speed)
    for threads in [1, 2] {
      add(
        "read on \(threads) thread\(threads == 1 ? "" : "s")",
        try measure { try read(bytes, threads) }, speed)
    }
    if rows > 0 {
      let merging = try MergingInput(rows: rows)
      add("merge \(Wording.count(rows)) rows", measure { merging.merge() }) {
        Wording.count(Int(Double(rows) / $0)) + " rows/s"
      }
    }
    print(table.text)
  }

  private func measure(_ body: () throws -> Int) rethrows -> Spread {
    let clock = ContinuousClock()
    return Spread(
      try (0..<runs).map { _ in
        let start = clock.now
        let count = try body()
        precondition(count > 0, "A part that does nothing is not worth its time.")
        return start.duration(to: clock.now) / .seconds(1)
      })
  }

  /// Finds all records without parsing them; their number.
  private func scan(_ text: JSONText) throws -> Int {
    var scanner = JSONScanner(text)
    var count = 0
    while try scanner.advanceToTopLevelValue() != nil {
      scanner.enter()
      while try scanner.advanceToMember() != nil {
        scanner.enter()
        while try scanner.nextElement() != nil { count += 1 }
      }
    }
    return count
  }

  /// Reads and decodes all records; their number.
  private func read(_ bytes: [UInt8], _ threads: Int) throws -> Int {
    var request = EvidenceRequest(inputs: ["findings.json"])
    request.threads = threads
    let disk = FileAccess(
      kind: { _ in .file }, list: { _ in FolderListing() }, read: { _ in JSONText(bytes) },
      standardInput: { JSONText(bytes) })
    return EvidenceReader.read(request, disk: disk, objectives: []).evidence.records.rows.count
  }
}

/// Rows as a reader makes them, without the text that they come from.
private struct MergingInput {
  private var table = RecordTable()
  private let catalogue: AssessmentModel.Catalogue
  private let global: StringID
  private let asOf = Instant(seconds: 1_800_000_000)

  init(rows: Int) throws {
    catalogue = try CatalogueFiles.load(FileSet())
    global = table.strings.intern(Region.global)
    for (number, finding) in SyntheticExport(findings: rows, hasTwins: true).enumerated() {
      var row = Record()
      row.number = UInt32(number + 1)
      row.reference = table.intern(
        .securityHub(SecurityHubReference(securityControlID: finding.controlID)))
      row.form = finding.form == .consolidated ? .consolidated : .perStandard
      row.status = finding.status == "FAILED" ? .failed : .passed
      row.isArchived = finding.isArchived
      row.isSuppressed = finding.workflow == "SUPPRESSED"
      row.id = table.strings.intern(finding.id)
      row.account = table.strings.intern(finding.account)
      row.region = table.strings.intern(finding.region)
      row.resource = table.strings.intern(finding.resource)
      row.updated = Int64(finding.updated.milliseconds / 1000)
      table.rows.append(row)
    }
  }

  /// Merges the rows; the number of findings.
  func merge() -> Int {
    let file = EvidenceFile(
      name: "findings.json", sha256: "", bytes: 0, kind: "", records: table.rows.count,
      isExport: true)
    return Merging.merge(
      table, files: [file], catalogue: catalogue, scope: nil, asOf: asOf, global: global
    ).findings.count
  }
}
