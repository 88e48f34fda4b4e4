extension Assessment {
  /// The short stable id of a finding, such as `IAM.3-4T9W0K2M7C`.
  package func citation(of finding: Finding) -> String {
    var scratch: [UInt8] = []
    var text = Array((catalogue.checks[finding.check].id + "-").utf8)
    citation(of: finding, &scratch).appendDigits(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The citations of findings by their indices, in that order.
  package func citations(ofFindings range: Range<Int>) -> [Citation] {
    var scratch: [UInt8] = []
    return merged.findings[range].map { citation(of: $0, &scratch) }
  }

  /// A finding is what its check, account, region and resource are.
  private func citation(of finding: Finding, _ scratch: inout [UInt8]) -> Citation {
    scratch.removeAll(keepingCapacity: true)
    scratch += catalogue.checks[finding.check].id.utf8
    scratch.append(0)
    for part in [finding.account, finding.region, finding.resource] {
      strings.append(part, to: &scratch)
      scratch.append(0)
    }
    return Citation(ofParts: scratch)
  }

  /// When a finding was first seen, by any of its witnesses.
  package func since(_ finding: Finding) -> Instant? {
    var first = Record.undated
    for witness in merged.witnesses[finding.witnesses] {
      let row = evidence.records.rows[Int(witness)]
      let time = row.firstObserved != Record.undated ? row.firstObserved : row.created
      if time != Record.undated && (first == Record.undated || time < first) { first = time }
    }
    return first == Record.undated ? nil : Instant(seconds: first)
  }
}
