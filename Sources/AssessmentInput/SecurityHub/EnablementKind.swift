/// The outputs of Security Hub that tell which standards and controls are on; the raw value is the
/// member that tells them.
enum EnablementKind: String, CaseIterable {
  case hub = "HubArn"
  case enabledStandards = "StandardsSubscriptions"
  case standardsControls = "Controls"
  case associations = "StandardsControlAssociationSummaries"
  case associationDetails = "StandardsControlAssociationDetails"
  case securityControls = "SecurityControls"
  case definitions = "SecurityControlDefinitions"
  case definition = "SecurityControlDefinition"

  /// What a file of it is called.
  var name: String {
    switch self {
    case .hub: "Security Hub (describe-hub)"
    case .enabledStandards: "Security Hub standards (get-enabled-standards)"
    case .standardsControls: "Security Hub controls (describe-standards-controls)"
    case .associations: "Security Hub controls (list-standards-control-associations)"
    case .associationDetails: "Security Hub controls (batch-get-standards-control-associations)"
    case .securityControls: "Security Hub controls (batch-get-security-controls)"
    case .definitions: "Security Hub controls (list-security-control-definitions)"
    case .definition: "Security Hub control (get-security-control-definition)"
    }
  }
}
