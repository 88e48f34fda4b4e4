import AssessmentModel

/// The risk words of a lens file; those of the API are others.
enum LensRisk: String {
  case high = "HIGH_RISK"
  case medium = "MEDIUM_RISK"
  case none = "NO_RISK"

  /// The same risk in the model.
  var risk: Risk {
    switch self {
    case .high: .high
    case .medium: .medium
    case .none: .none
    }
  }
}
