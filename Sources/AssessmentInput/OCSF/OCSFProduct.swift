import JSON

/// Who made a record in OCSF.
enum OCSFProduct {
  /// A result of a control.
  case securityHub
  /// What Security Hub says of where its own services are on: no result of a control.
  case coverage
  case prowler
  /// A product whose findings are no results of checks.
  case other
  /// What is no finding at all.
  case event

  init(_ record: OCSFRecord) {
    let (uid, name) = (record.product?["uid"].present, record.product?["name"])
    func ends(_ text: String) -> Bool { uid?.withUTF8 { $0.ends(with: text) } ?? false }
    if record.isEvent {
      self = .event
    } else if name?.withUTF8({ $0.isWord("prowler") }) ?? false
      || uid?.withUTF8({ $0.isWord("prowler") || $0.contains("/prowler") }) ?? false
    {
      self = .prowler
    } else if ends("aws/securityhub-coverage") {
      self = .coverage
    } else {
      let isHub =
        uid == nil || ends("product/aws/securityhub") || ends("productv2/aws/securityhub")
      self = isHub && Self.isOfControl(record, hasProduct: uid != nil) ? .securityHub : .other
    }
  }

  /// Whether a record of Security Hub tells the result of a control: one of the classes for
  /// compliance, or one that names a control.
  private static func isOfControl(_ record: OCSFRecord, hasProduct: Bool) -> Bool {
    if record.compliance?["control"].present != nil { return true }
    return hasProduct && (record.classNumber == 2003 || record.isFirstVersion)
  }

  /// The name of another product, as a record tells it.
  static func name(_ record: OCSFRecord) -> String {
    if let name = record.product?["name"]?.string, !name.isEmpty { return name }
    let uid = record.product?["uid"]?.string?.split(separator: ":").last.map(String.init)
    return uid ?? "another product"
  }
}
