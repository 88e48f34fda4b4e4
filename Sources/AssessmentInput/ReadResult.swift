package import AssessmentModel

/// What reading came to.
package struct ReadResult: Sendable {
  package let evidence: Evidence
  /// Every reason to stop; empty when the run goes on.
  package let failures: [ReadFailure]
  /// All files by name, bad ones too.
  package let listing: [ListedFile]
}
