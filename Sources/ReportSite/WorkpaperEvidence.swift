import AssessmentModel

/// The files that an objective's result rests on, each with its SHA-256 and the numbers of its
/// records that decide a finding or answer a question; many files of one folder are one row.
struct WorkpaperEvidence {
  let report: Report
  let result: ObjectiveResult

  /// Records of one file that are listed by number.
  private static let numberLimit = 60
  /// The most bytes of the table.
  private static let tableBytes = 50_000

  /// Records of a file: the first by number, and how many there are.
  private struct Records {
    var numbers: [Int] = []
    var count = 0

    mutating func add(_ number: Int) {
      count += 1
      if numbers.count < numberLimit { numbers.append(number) }
    }
  }

  private var evidence: Evidence { report.assessment.evidence }

  /// By entry of the list of files.
  private var records: [Int: Records] {
    let entries = report.files.entryOfFile
    var records: [Int: Records] = [:]
    for item in result.checks {
      for index in report.assessment.merged.findings(ofCheck: item.check).indices {
        let facts = report.facts.all[index]
        records[entries[Int(facts.file)], default: Records()].add(Int(facts.number))
      }
    }
    let answers = report.assessment.questions.filter { $0.objective == result.objective.id }
      .flatMap(\.accounts).compactMap(\.answer)
    for index in Set(answers).sorted() {
      let answer = evidence.answers[index]
      records[entries[answer.file], default: Records()].add(answer.number)
    }
    return records
  }

  var html: HTML {
    let records = records
    let table = Table(
      label: "Evidence of \(result.objective.label)",
      columns: [
        .init("File"), .init("What it is"), .init("Records that decide"), .init("SHA-256"),
      ],
      rows: records.keys.sorted().map { number in
        let entry = report.files.entries[number]
        let files: HTML = entry.isFolder ? " \(Count.of(entry.files.count, "file"))" : ""
        let name = ShownText.short(entry.name, limit: 200, whole: "report.json")
        let own = records[number] ?? Records()
        return [
          "<span class=\"mono small\">\(name)</span>\(files)",
          "\(evidence.files[entry.files[0]].kind)",
          "\(entry.isFolder ? "\(Count.of(own.count, "record")) (findings.csv)" : words(own))",
          "<span class=\"mono small\">\(entry.sha256)</span>",
        ]
      })
    let rows = table.bodyRows
    let shown = Page.fitting(rows, limit: Self.tableBytes, size: \.byteCount)
    let left = rows.count - shown.count
    let more: HTML =
      left > 0 ? "<p>\(Count.of(left, "more file")) on \(SiteMap.path(.sources)).</p>" : ""
    let body: HTML =
      rows.isEmpty
      ? "<p>Nothing in the evidence is about this objective.</p>"
      : table.html(around: HTML(shown)) + more + folders
    return """
      <section id="evidence"><h2>4 Evidence</h2><p>Compare a file with <code>sha256sum</code>. A \
      record's number is its place in the file, from 1.</p>\(body)</section>
      """
  }

  /// Where the digest of a folder's row is explained.
  private var folders: HTML {
    report.files.entries.contains(where: \.isFolder)
      ? "<p>How the digest of many files is made is told at the end of \(SiteMap.path(.sources)).</p>"
      : ""
  }

  /// `12 records: 1–4, 7, 9`.
  private func words(_ records: Records) -> String {
    let numbers = Set(records.numbers).sorted()
    var ranges: [(Int, Int)] = []
    for number in numbers {
      if let last = ranges.last, last.1 + 1 == number {
        ranges[ranges.count - 1].1 = number
      } else {
        ranges.append((number, number))
      }
    }
    let shown = ranges.map { $0.0 == $0.1 ? "\($0.0)" : "\($0.0)–\($0.1)" }
    let more = records.count > Self.numberLimit ? " and others (findings.csv)" : ""
    return "\(Count.of(records.count, "record")): \(shown.joined(separator: ", "))\(more)"
  }
}
