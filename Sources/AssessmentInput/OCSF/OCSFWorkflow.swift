import JSON

/// What people or their tools did about a finding: `status`, or `state` in OCSF 1.0.
///
/// New, In Progress and Resolved change no result.
enum OCSFWorkflow: Equatable {
  case open, suppressed, archived

  /// Reads the text where there is one, else the number.
  ///
  /// Prowler 4.2 writes 3 (suppressed) beside the text New. Security Lake keeps Security Hub's RecordState among what it did not map.
  init(_ record: OCSFRecord) {
    if record.value["unmapped", "RecordState"]?.isString("ARCHIVED") ?? false {
      self = .archived
      return
    }
    let isFirst = record.isFirstVersion
    let text = record.value[isFirst ? "state" : "status"]?.withUTF8 { bytes -> Self? in
      if bytes.isEmpty { return nil }
      if bytes.isWord("suppressed") { return .suppressed }
      return bytes.isWord("archived") ? .archived : .open
    }
    self = (text ?? nil) ?? Self(number: record.value[isFirst ? "state_id" : "status_id"]?.int)
  }

  private init(number: Int?) {
    switch number {
    case 3: self = .suppressed
    case 5: self = .archived
    default: self = .open
    }
  }
}
