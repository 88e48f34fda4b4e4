import AssessmentModel
import JSON

/// What a file is named after: the product and format of its first record.
struct RecordFormat {
  /// One record, such as `Prowler finding in OCSF`.
  let singular: String
  /// Several records, such as `Security Hub findings`.
  let plural: String
  private let isOCSF: Bool

  init(_ record: JSONValue) {
    isOCSF = ForeignFormat.isOCSF(record)
    guard isOCSF else {
      let product = FindingProduct(record, fields: record["ProductFields"])
      let source = product == .prowler ? Source.prowler : .securityHub
      (singular, plural) = ("\(source.name) finding", "\(source.name) findings")
      return
    }
    let record = OCSFRecord(record)
    let product = OCSFProduct(record)
    switch product {
    case .event: (singular, plural) = ("OCSF event, no finding", "OCSF events, no findings")
    case .coverage:
      let name = "\(Source.securityHub.name) coverage finding"
      (singular, plural) = ("\(name) in OCSF", "\(name)s in OCSF")
    case .securityHub, .prowler, .other:
      let name = Self.source(of: record, product).map { $0.name + " " } ?? ""
      (singular, plural) = (name + "finding in OCSF", name + "findings in OCSF")
    }
  }

  /// Who handed a finding over; nil for products that write their own files.
  private static func source(of record: OCSFRecord, _ product: OCSFProduct) -> Source? {
    switch product {
    case .prowler: return .prowler
    case .securityHub, .coverage: return .securityHub
    case .other, .event:
      // Security Hub gives the products whose findings it collects an ARN of its own.
      let isCollected = record.product?["uid"]?.withUTF8 { $0.contains(":securityhub:") }
      return isCollected ?? false ? .securityHub : nil
    }
  }

  /// The name of the command that writes a list of such records.
  func command(_ kind: String) -> String {
    isOCSF && kind == "get-findings" ? "get-findings-v2" : kind
  }
}
