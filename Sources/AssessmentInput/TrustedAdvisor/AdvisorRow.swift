import AssessmentModel

/// One result of Trusted Advisor, before it is known what its check is called and what its cells
/// mean.
struct AdvisorRow {
  /// How the row names its check.
  enum Check: Hashable {
    case id(String)
    case name(String)
    /// By the ARN of a recommendation, which list-recommendations resolves.
    case recommendation(String)
  }

  /// One cell; a support row has only its place among the columns, an event only its column.
  struct Cell: Equatable {
    var index: Int?
    var column: String?
    let value: String
  }

  let check: Check
  var file: Int
  let number: Int
  var colour: AdvisorColour
  /// Of one resource, or of the whole check.
  var form = Record.Form.byResource
  var isListed = true
  var isSuppressed = false
  /// Twelve digits; nil when nothing tells.
  var account: String?
  /// A region code; nil for what is about the whole account.
  var region: String?
  /// The partition that an ARN in the record, or the region of the file, tells.
  var partition: String?
  /// What the record calls its resource: an ARN, a plain name, or nothing.
  var resource: String?
  /// Trusted Advisor's own id of the row, a digest that no other source knows.
  var ownID: String?
  var cells: [Cell] = []
  /// How many cells the row has, empty ones included.
  var width = 0
  var note: String?
  /// Seconds since 1970, or `Record.undated`.
  var updated = Record.undated

  init(_ check: Check, file: Int, number: Int, colour: AdvisorColour) {
    self.check = check
    self.file = file
    self.number = number
    self.colour = colour
  }
}

/// What a file of Trusted Advisor tells.
struct AdvisorYield {
  /// The check behind a recommendation.
  struct Recommendation: Equatable {
    let arn: String
    /// The check's id; nil for a recommendation that a person at AWS wrote.
    let check: String?
    let name: String
  }

  var rows: [AdvisorRow] = []
  var checks: [TrustedAdvisorCheck] = []
  var recommendations: [Recommendation] = []

  /// Adds what another file tells.
  mutating func append(_ other: AdvisorYield) {
    rows += other.rows
    checks += other.checks
    recommendations += other.recommendations
  }
}
