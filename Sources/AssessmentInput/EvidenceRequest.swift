package import AssessmentModel
import Parallel

/// What is to be read.
package struct EvidenceRequest: Sendable {
  /// Paths of folders and files, or `-` for standard input.
  package var inputs: [String]
  /// Leaves out evidence files that are not what they claim, instead of stopping.
  package var skipInvalid: Bool
  /// Looks for what AWS refuses in custom lenses, and takes it for a failure; a lens that is given
  /// alone is enough then.
  package var checksLenses: Bool
  /// The account of records that name none.
  package var evidenceAccount: String?
  /// The region of records that name none.
  package var evidenceRegion: String?
  /// How many threads read; the result does not depend on it.
  package var threads = Parallel.cores
  /// The catalogue's facts about checks of Trusted Advisor.
  package var advisorChecks: [TrustedAdvisorCheck]

  package init(
    inputs: [String], skipInvalid: Bool = false, checksLenses: Bool = false,
    evidenceAccount: String? = nil, evidenceRegion: String? = nil,
    advisorChecks: [TrustedAdvisorCheck] = []
  ) {
    self.inputs = inputs
    self.skipInvalid = skipInvalid
    self.checksLenses = checksLenses
    self.evidenceAccount = evidenceAccount
    self.evidenceRegion = evidenceRegion
    self.advisorChecks = advisorChecks
  }
}
