/// Facts about AWS region codes.
package enum Region {
  /// The place of checks that are judged once an account.
  package static let global = "global"

  /// Whether a text has the form of a region code, such as `eu-central-1` or `us-gov-west-1`.
  package static func isCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3, text.utf8.count <= 32, let last = parts.last else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    return !last.isEmpty && last.allSatisfy(isDigit)
      && parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(isLetter) }
  }

  /// The partition of a region code: `aws`, `aws-cn` or `aws-us-gov`.
  package static func partition(of region: String) -> String {
    if region.hasPrefix("cn-") { return "aws-cn" }
    return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
  }
}
