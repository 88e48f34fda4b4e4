import AssessmentModel

/// An answer of the Well-Architected Tool before it is joined with its workload.
struct WorkloadAnswer {
  var answer: Answer
  let milestone: Int?
  /// The alias or ARN of the lens; empty when it is not told.
  let lens: String
  /// The version of the lens, where the output tells it.
  let lensVersion: String?
  /// Whether it comes from `get-answer`, which has notes.
  let isDetailed: Bool
}
