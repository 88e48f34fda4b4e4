import AssessmentModel
import Parallel

/// What rows show of each finding, gathered once and in the order of findings, so that writing many
/// rows reads memory from front to back and not all over the records.
struct FindingFacts: Sendable {
  /// The facts of one finding.
  struct Facts: Sendable {
    let citation: Citation
    /// When any witness saw it first and last, in seconds; `Record.undated` for never.
    let first: Int64
    let last: Int64
    /// The record of the deciding witness: file, number in it, by what name, and why it judged so.
    let file: UInt32
    let number: UInt32
    let reference: UInt32
    let reason: StringID
    let source: Source
    /// A bit for each source that has a witness.
    let sources: UInt8
    /// How many witnesses there are.
    let witnesses: UInt32
    /// Where the resource's name ends among the names.
    fileprivate(set) var nameEnd: Int
  }

  /// By finding index.
  private(set) var all: [Facts] = []
  /// The names of all resources in UTF-8, one behind the other.
  private(set) var names: [UInt8] = []

  /// How many findings a core takes at a time.
  private static let chunk = 4096

  init(_ assessment: Assessment) {
    let count = assessment.merged.findings.count
    let starts = Array(stride(from: 0, to: count, by: Self.chunk))
    let parts = Parallel.map(starts.count) { part in
      FindingFacts(assessment, starts[part]..<min(starts[part] + Self.chunk, count))
    }
    all.reserveCapacity(count)
    names.reserveCapacity(parts.reduce(0) { $0 + $1.names.count })
    for part in parts {
      for var facts in part.all {
        facts.nameEnd += names.count
        all.append(facts)
      }
      names += part.names
    }
  }

  private init(_ assessment: Assessment, _ range: Range<Int>) {
    let citations = assessment.citations(ofFindings: range)
    all.reserveCapacity(range.count)
    for index in range {
      let finding = assessment.merged.findings[index]
      assessment.strings.append(finding.resource, to: &names)
      all.append(
        Self.facts(
          finding, citation: citations[index - range.lowerBound], in: assessment,
          nameEnd: names.count))
    }
  }

  private static func facts(
    _ finding: Finding, citation: Citation, in assessment: Assessment, nameEnd: Int
  ) -> Facts {
    var last = Record.undated
    var sources: UInt8 = 0
    for witness in finding.witnesses {
      let row = assessment.evidence.records.rows[Int(assessment.merged.witnesses[witness])]
      last = max(last, row.updated)
      sources |= 1 << row.source.rawValue
    }
    let deciding = assessment.evidence.records.rows[finding.deciding]
    return Facts(
      citation: citation, first: assessment.since(finding)?.seconds ?? Record.undated, last: last,
      file: deciding.file, number: deciding.number, reference: deciding.reference,
      reason: deciding.reason, source: deciding.source, sources: sources,
      witnesses: UInt32(finding.witnesses.count), nameEnd: nameEnd)
  }

  /// Where the name of a finding's resource stands among the names.
  func name(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : all[index - 1].nameEnd)..<all[index].nameEnd
  }
}
