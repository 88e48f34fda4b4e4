/// What became of a record (rules.md 1), in the order of its table.
package enum Outcome: UInt8, CaseIterable, Sendable {
  case rejected, metadata, unplaced, later, outOfScope, otherProduct, unmapped, retired
  case superseded, archived, ambiguous, merged, excepted, suppressed, answer, finding

  /// The word that report.json uses.
  package var word: String {
    switch self {
    case .outOfScope: "out-of-scope"
    case .otherProduct: "other-product"
    default: String(describing: self)
    }
  }

  /// What the word means, for the report's table.
  package var meaning: String {
    switch self {
    case .rejected: "Not readable as what it claims to be; a diagnostic names the place."
    case .metadata: "Carries no result: counts, replies, elements without an answer."
    case .unplaced: "Names no account, and nothing else does."
    case .later: "Observed after the moment of the assessment."
    case .outOfScope: "Outside the declared accounts or regions."
    case .otherProduct: "From a product whose findings are not check results."
    case .unmapped: "A check that no objective claims, or a question that the lens lacks."
    case .retired: "Its check was withdrawn by AWS before the assessment."
    case .superseded: "An older or identical copy, or an older form, of the same result."
    case .archived: "Closed by its source."
    case .ambiguous: "One id for several checks, not settled by other evidence."
    case .merged: "Another witness of a finding that is counted once."
    case .excepted: "Decides a finding whose failure is an accepted risk."
    case .suppressed: "Decides a finding whose failure its source sets aside."
    case .answer: "Became an answer."
    case .finding: "Decides a finding."
    }
  }
}
