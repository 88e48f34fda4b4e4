/// An account and a region.
struct AccountRegion: Hashable, Comparable {
  let account: String
  let region: String

  init(account: String, region: String) {
    self.account = account
    self.region = region
  }

  /// Takes both out of an ARN; nil when it does not name them.
  init?(arn: String) {
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count > 5, fields[0] == "arn", !fields[3].isEmpty, fields[4].utf8.count == 12
    else { return nil }
    self.init(account: String(fields[4]), region: String(fields[3]))
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.account, lhs.region) < (rhs.account, rhs.region)
  }
}
