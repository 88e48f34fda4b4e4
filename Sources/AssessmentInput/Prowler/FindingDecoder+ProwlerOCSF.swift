import AssessmentModel
import JSON

// Results of Prowler in OCSF: class 2004 since Prowler 4, 2001 before, and what it sent to Security
// Hub as Security Lake keeps it.
extension FindingDecoder {
  mutating func readProwler(_ record: OCSFRecord, into row: inout Record) {
    row.source = .prowler
    row.form = .ocsf
    let word = record.value["status_code"].present ?? record.compliance?["status"]
    let result = word?.withUTF8 { ProwlerResult($0) } ?? ProwlerResult()
    row.status = result.status
    row.isSuppressed = row.isSuppressed || result.isMuted
    row.reason = intern(record.value["status_detail"].present ?? record.value["message"])
    let id = record.info?["uid"]
    let provider = provider(of: record, id)
    if provider.isNone || isAWS(provider) {
      row.reference = prowlerReference(check(of: record, id))
    } else {
      row.reference = prowlerReference(toProvider: provider)
    }
  }

  /// The number of the reference to Prowler's results of another provider, which is told in the
  /// names.
  mutating func prowlerReference(toProvider provider: StringID) -> UInt32 {
    let text = names[provider]
    return otherReference(provider, names.intern("prowler")) { "Prowler (\(text))" }
  }

  /// Whether a provider, told in the names, is AWS.
  func isAWS(_ provider: StringID) -> Bool {
    names.withUTF8(of: provider) { $0.isWord("aws") }
  }

  private mutating func provider(of record: OCSFRecord, _ id: JSONValue?) -> StringID {
    let told = name(record.cloud?["provider"].present ?? record.value["unmapped", "provider"])
    if !told.isNone { return told }
    let part = id?.withUTF8 { bytes in
      ProwlerID(bytes).provider.map { names.intern(bytes.extracting($0)) }
    }
    return (part ?? nil) ?? .none
  }

  /// The check: `metadata.event_code`; the generator, in Prowler 3 and by way of Security Hub; the
  /// part of the id, in Prowler 4.0.
  private mutating func check(of record: OCSFRecord, _ id: JSONValue?) -> StringID {
    let told = name(
      record.value["metadata", "event_code"].present ?? record.product?["feature", "uid"])
    if !told.isNone { return told }
    let part = id?.withUTF8 { bytes in
      ProwlerID(bytes).check.map { names.intern(bytes.extracting($0)) }
    }
    return (part ?? nil) ?? .none
  }
}
