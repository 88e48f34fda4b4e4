import AssessmentModel
import JSON

/// What a control says in OCSF, `compliance.status` and `compliance.status_id`.
///
/// Never `status`, which is the workflow.
enum OCSFStatus {
  /// The result by the text, where it is a known word, else by the number.
  ///
  /// The words are OCSF's and Security Hub's own, in any case. Where text and number contradict each
  /// other, nothing is known.
  static func read(_ compliance: JSONValue?) -> Record.Status {
    let text = (compliance?["status"]?.withUTF8 { status(in: $0) }) ?? nil
    let number = compliance?["status_id"]?.int.flatMap(status(ofNumber:))
    guard let text else { return number ?? .none }
    guard let number, number != text else { return text }
    return .none
  }

  private static func status(in bytes: borrowing Span<UInt8>) -> Record.Status? {
    if bytes.isWord("pass") || bytes.isWord("passed") || bytes.isWord("success") { return .passed }
    if bytes.isWord("fail") || bytes.isWord("failed") || bytes.isWord("failure") { return .failed }
    if bytes.isWord("warning") { return .warning }
    return bytes.isWord("not_available") ? .notAvailable : nil
  }

  /// Of 0 (unknown) and 99 (other) nothing is known.
  private static func status(ofNumber number: Int) -> Record.Status? {
    switch number {
    case 1: .passed
    case 2: .warning
    case 3: .failed
    default: nil
    }
  }
}
