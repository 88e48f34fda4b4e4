/// How an output of AWS Config spells its keys.
enum ConfigSpelling: CaseIterable {
  /// As the API does: `ConfigRuleName`.
  case api
  /// As AWS's documentation prints some outputs and as events do: `configRuleName`.
  case printed

  /// The spelling of a key that is given as the API has it.
  func key(_ key: String) -> String {
    self == .api ? key : key.prefix(1).lowercased() + key.dropFirst()
  }

  /// The spelling of an output whose list has this key.
  init(list key: String) {
    self = key.utf8.first.map { $0 >= UInt8(ascii: "a") } ?? false ? .printed : .api
  }
}
