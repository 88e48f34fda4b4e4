/// What an id of Prowler tells: `prowler-aws-iam_root_mfa_enabled-111122223333-eu-west-1-name`, or
/// the same without the provider.
struct ProwlerID {
  /// The range of the provider's name; nil when the id names none.
  private(set) var provider: Range<Int>?
  /// The range of the check's name; nil when the id is not Prowler's.
  private(set) var check: Range<Int>?

  /// Reads an id; names of checks have underscores and no hyphens, those of providers neither.
  init(_ id: borrowing Span<UInt8>) {
    let prefix = "prowler-"
    guard id.has(prefix) else { return }
    let first = Self.part(of: id, from: prefix.utf8.count)
    if id.extracting(first).contains("_") {
      check = first
    } else {
      provider = first
      if first.upperBound < id.count { check = Self.part(of: id, from: first.upperBound + 1) }
    }
  }

  /// The bytes up to the next hyphen.
  private static func part(of id: borrowing Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < id.count, id[end] != UInt8(ascii: "-") { end += 1 }
    return start..<end
  }
}
