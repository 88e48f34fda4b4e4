/// One finding of a Security Hub export, as much of it as differs from the next one.
package struct SyntheticFinding: Sendable {
  /// How Security Hub reports a control: once, or once for each standard that holds it.
  package enum Form: Hashable, Sendable {
    case consolidated
    /// The part of the standard's ARN after the last slash before its version, such as
    /// `nist-800-53/v/5.0.0`.
    case perStandard(String)
  }

  /// Counts what was found, from 0: findings of the same fact are twins.
  package var fact: Int
  package var form: Form
  /// The record's own identity: 32 hexadecimal digits in five groups.
  package var uuid: String
  package var account: String
  package var region: String
  package var isArchived: Bool
  /// PASSED, FAILED, WARNING or NOT_AVAILABLE.
  package var status: String
  /// NEW, NOTIFIED, SUPPRESSED or RESOLVED.
  package var workflow: String
  var control: SyntheticControl
  var name: String
  package var updated: SyntheticTime

  /// The control's id, such as `IAM.3`.
  package var controlID: String { control.id }

  /// The resource's ARN, which no other fact has.
  package var resource: String {
    let kind = control.kind
    return "arn:aws:\(kind.service):\(kind.hasRegion ? region : ""):"
      + "\(kind.hasAccount ? account : ""):\(kind.prefix)\(name)"
  }

  /// The finding's id.
  package var id: String {
    let place = "arn:aws:securityhub:\(region):\(account):"
    return switch form {
    case .consolidated: "\(place)security-control/\(control.id)/finding/\(uuid)"
    case .perStandard(let standard):
      "\(place)subscription/\(standard)/\(control.id)/finding/\(uuid)"
    }
  }
}
