import JSON

/// Who made a finding in Security Hub's format.
enum FindingProduct: Equatable {
  case securityHub, prowler
  /// A product whose findings are no results of checks.
  case other

  init(_ finding: JSONValue, fields: JSONValue?) {
    let arn = finding["ProductArn"]
    let isProwler =
      fields?["ProviderName"]?.isString("Prowler") ?? false
      || arn?.withUTF8 { $0.contains("/prowler") } ?? false
      || finding["GeneratorId"]?.withUTF8 { $0.has("prowler-") } ?? false
    if isProwler {
      self = .prowler
    } else if let arn {
      let isHub = arn.withUTF8 {
        $0.ends(with: "product/aws/securityhub") || $0.ends(with: "productv2/aws/securityhub")
      }
      self = isHub ?? false ? .securityHub : .other
    } else {
      self = finding["Compliance", "SecurityControlId"] == nil ? .other : .securityHub
    }
  }

  /// The name of another product, as a finding tells it.
  static func name(_ finding: JSONValue, fields: JSONValue?) -> String {
    let told = finding["ProductName"] ?? fields?["aws/securityhub/ProductName"]
    if let name = told?.string, !name.isEmpty { return name }
    let path = finding["ProductArn"]?.string?.split(separator: ":").last ?? "another product"
    return path.split(separator: "/").dropFirst().joined(separator: "/").nonEmpty ?? String(path)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
