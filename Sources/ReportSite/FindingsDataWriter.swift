import AssessmentModel

/// Writes findings of the explorer's data, column by column.
///
/// Findings that follow each other mostly have the same check, state, account and region: these
/// stand once for such a run, with what the names of its resources begin with.
struct FindingsDataWriter {
  /// What all findings of a run have.
  private struct Run {
    let finding: Finding
    var names: [Range<Int>]
    /// Bytes that all names begin with.
    var shared: Int
  }

  private let data: FindingsData
  private let findings: [Finding]
  private let facts: FindingFacts
  private let asOf: Int64
  private var count = 0
  private var run: Run?
  private var files: [UInt32: Int] = [:]
  private var file: UInt32?

  // The columns.
  private var runs: [UInt8] = []
  private var citations: [UInt8] = []
  private var names: [UInt8] = []
  private var first: [UInt8] = []
  private var last: [UInt8] = []
  private var sources: [UInt8] = []
  private var records: [UInt8] = []
  // Of findings that have it: the position among those of this file, and the value.
  private var fileChanges: [UInt8] = []
  private var fileNames: [UInt8] = []
  private var witnesses: [UInt8] = []
  private var exceptions: [UInt8] = []
  private var disputed: [UInt8] = []
  private var apart: [UInt8] = []
  private var notes: [UInt8] = []

  init(_ data: FindingsData) {
    self.data = data
    findings = data.report.findings
    facts = data.report.facts
    asOf = data.report.assessment.asOf.seconds
  }

  /// Appends the finding at a position of the list of all findings.
  mutating func append(position: Int) {
    let index = Int(data.report.order.indices[position])
    let finding = findings[index]
    let own = facts.all[index]
    appendName(index, finding)
    own.citation.appendDigits(to: &citations)
    appendTimes(own)
    sources.append(Self.digits[Int(own.sources & 15)])
    appendEvidence(finding, own)
    if finding.exception != nil || finding.isDisputed || finding.state == .suppressed
      || own.source == .config || own.source == .trustedAdvisor
    {
      appendRemarks(finding, own.source)
    }
    count += 1
  }

  /// The whole file.
  mutating func script(_ number: Int) -> [UInt8] {
    endRun()
    var bytes = Array("soReport.findings(\(number), {\n".utf8)
    bytes.reserveCapacity(names.count + citations.count + first.count + last.count + 100_000)
    Self.append("runs", runs, "[", "],\n", to: &bytes)
    Self.append("ids", citations, "\"", "\",\n", to: &bytes)
    Self.append("names", names, "[", "],\n", to: &bytes)
    Self.append("first", first, "[", "],\n", to: &bytes)
    Self.append("last", last, "[", "],\n", to: &bytes)
    Self.append("sources", sources, "\"", "\",\n", to: &bytes)
    Self.append("files", fileNames, "[", "],\n", to: &bytes)
    Self.append("file", fileChanges, "[", "],\n", to: &bytes)
    Self.append("records", records, "[", "],\n", to: &bytes)
    Self.append("witnesses", witnesses, "[", "],\n", to: &bytes)
    Self.append("exceptions", exceptions, "[", "],\n", to: &bytes)
    Self.append("disputed", disputed, "[", "],\n", to: &bytes)
    Self.append("apart", apart, "[", "],\n", to: &bytes)
    Self.append("notes", notes, "[", "]\n", to: &bytes)
    bytes.append("});\n")
    return bytes
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func append(
    _ name: StaticString, _ column: [UInt8], _ open: StaticString, _ close: StaticString,
    to bytes: inout [UInt8]
  ) {
    bytes.append("\"")
    bytes.append(name)
    bytes.append("\":")
    bytes.append(open)
    // Each value has a comma behind it; the last one's may stay away.
    bytes += column.last == UInt8(ascii: ",") ? column.dropLast() : column[...]
    bytes.append(close)
  }

  // MARK: Runs and names

  private mutating func appendName(_ index: Int, _ finding: Finding) {
    let name = facts.name(of: index)
    if let own = run?.finding, own.check == finding.check, own.state == finding.state,
      own.severity == finding.severity, own.account == finding.account,
      own.region == finding.region
    {
      let length = shared(with: name)
      run?.shared = length
      run?.names.append(name)
    } else {
      endRun()
      run = Run(finding: finding, names: [name], shared: name.count)
    }
  }

  /// How many bytes of what the run's names share another name begins with.
  private func shared(with name: Range<Int>) -> Int {
    guard let run, let head = run.names.first else { return 0 }
    let limit = min(run.shared, name.count)
    var length = 0
    while length < limit,
      facts.names[head.lowerBound + length] == facts.names[name.lowerBound + length]
    {
      length += 1
    }
    return length
  }

  private mutating func endRun() {
    guard let run, let head = run.names.first else { return }
    var length = run.names.count == 1 ? 0 : run.shared
    // Not within the bytes of a character.
    while length > 0, length < head.count, facts.names[head.lowerBound + length] & 0xC0 == 0x80 {
      length -= 1
    }
    appendRun(run, prefix: head.prefix(length))
    for name in run.names { Self.append(facts.names, name.dropFirst(length), to: &names) }
    self.run = nil
  }

  private mutating func appendRun(_ run: Run, prefix: Range<Int>) {
    let finding = run.finding
    runs.append("[")
    for number in [
      run.names.count, Int(finding.state.rawValue), Int(finding.severity.rawValue), finding.check,
      data.accountNumbers[finding.account] ?? 0, data.regionNumbers[finding.region] ?? 0,
    ] {
      Self.append(number, to: &runs)
    }
    Self.append(facts.names, prefix, to: &runs)
    runs[runs.count - 1] = UInt8(ascii: "]")
    runs.append(",")
  }

  // MARK: Columns

  /// Seconds from the first sight to the as-of, and from the first sight to the last one; of a
  /// finding that has no first sight, from the as-of.
  private mutating func appendTimes(_ own: FindingFacts.Facts) {
    let isDated = own.first != Record.undated
    Self.append(isDated ? asOf - own.first : nil, to: &first)
    let base = isDated ? own.first : asOf
    Self.append(own.last == Record.undated ? nil : own.last - base, to: &last)
  }

  private mutating func appendEvidence(_ finding: Finding, _ own: FindingFacts.Facts) {
    if file != own.file {
      file = own.file
      Self.append(count, to: &fileChanges)
      Self.append(number(ofFile: own.file), to: &fileChanges)
    }
    Self.append(Int(own.number), to: &records)
    if own.witnesses == 1 { return }
    let assessment = data.report.assessment
    witnesses.append("[")
    Self.append(count, to: &witnesses)
    for witness in finding.witnesses.dropFirst() {
      let row = assessment.evidence.records.rows[Int(assessment.merged.witnesses[witness])]
      Self.append(number(ofFile: row.file), to: &witnesses)
      Self.append(Int(row.number), to: &witnesses)
    }
    witnesses[witnesses.count - 1] = UInt8(ascii: "]")
    witnesses.append(",")
  }

  /// The number of an evidence file among those that this file of findings names.
  private mutating func number(ofFile file: UInt32) -> Int {
    if let number = files[file] { return number }
    let number = files.count
    files[file] = number
    let name = data.report.assessment.evidence.files[Int(file)].name
    JSONOutput.quote(name.utf8Span.span, into: &fileNames)
    fileNames.append(",")
    return number
  }

  /// What only some findings have: an exception or a note of their source, sources that disagree,
  /// and an id that only its source knows.
  private mutating func appendRemarks(_ finding: Finding, _ source: Source) {
    if let exception = finding.exception {
      Self.append(count, to: &exceptions)
      Self.append(exception, to: &exceptions)
    }
    if finding.isDisputed { Self.append(count, to: &disputed) }
    if WitnessText(report: data.report).reasonApart(finding) != nil {
      Self.append(count, to: &apart)
      Self.append(Int(source.rawValue), to: &apart)
    }
    guard finding.exception == nil, finding.state == .suppressed else { return }
    let note = data.report.text(data.report.assessment.record(of: finding).note)
    if note.isEmpty { return }
    Self.append(count, to: &notes)
    JSONOutput.quote(
      ShownText.short(note, whole: "its file").utf8Span.span, into: &notes)
    notes.append(",")
  }

  private static func append(_ text: [UInt8], _ range: Range<Int>, to bytes: inout [UInt8]) {
    JSONOutput.quote(text.span.extracting(range), into: &bytes)
    bytes.append(",")
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(decimal: number)
    bytes.append(",")
  }

  private static func append(_ number: Int64?, to bytes: inout [UInt8]) {
    guard let number else {
      bytes.append("null,")
      return
    }
    if number < 0 { bytes.append("-") }
    bytes.append(decimal: Int(number.magnitude))
    bytes.append(",")
  }
}
