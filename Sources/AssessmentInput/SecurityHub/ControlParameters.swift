import JSON

/// The parameters of a control in `batch-get-security-controls`.
enum ControlParameters {
  /// Those with values of the account's own: `{Name: {ValueType: CUSTOM, Value: {Integer: 15}}}`.
  static func custom(in parameters: JSONValue?) -> [String: [String]] {
    var custom: [String: [String]] = [:]
    for member in parameters.map({ Array($0.members) }) ?? []
    where member.value["ValueType"]?.isString("CUSTOM") ?? false {
      custom[member.key] = (member.value["Value"].map { Array($0.members) } ?? [])
        .flatMap { texts($0.value) }
    }
    return custom
  }

  /// One value, or the values of a list, as findings name them.
  private static func texts(_ value: JSONValue) -> [String] {
    switch value.kind {
    case .array: value.elements.flatMap(texts)
    case .bool: [value.bool == true ? "true" : "false"]
    case .number: [value.int.map(String.init) ?? value.double.map { "\($0)" } ?? ""]
    default: value.string.map { [$0] } ?? []
    }
  }
}
