/// What every reader of files knows.
struct ReadingContext {
  let request: EvidenceRequest
  let disk: FileAccess
  let objectives: [String]
  let generatorIDs: [String: [String]]
  /// How many threads may read.
  let threads: Int
  /// Whether a folder with assessment.yaml is read.
  var hasAssessment = false
  /// The account and region of files that name none, out of assessment.yaml.
  var entries: [AssessmentFile.EvidenceEntry] = []
  /// The account of a scope that has exactly one.
  var onlyAccount: String?
  /// The lens that assessment.yaml names.
  var ownLens: OwnLens?

  /// The path on disk of the logo that assessment.yaml names.
  var logoPath: String?

  /// The account and region of a file's records that name none.
  func placement(of name: String) -> Placement {
    var placement = Placement(account: request.evidenceAccount, region: request.evidenceRegion)
    for entry in entries where entry.covers(name) {
      placement.account = entry.placement.account ?? placement.account
      placement.region = entry.placement.region ?? placement.region
    }
    return placement
  }

  /// Whether this is the logo that assessment.yaml names.
  func isLogo(_ contents: FileContents) -> Bool { logoPath != nil && contents.path == logoPath }

  /// Whether this is the lens that assessment.yaml names.
  func isOwnLens(_ contents: FileContents) -> Bool {
    ownLens.map { contents.path == $0.path } ?? false
  }
}
