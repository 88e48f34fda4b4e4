/// Figures as people read them, the same in any language.
enum Wording {
  /// A number with some decimals, such as `1.25`.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let rounded = Int((value * Double(scale)).rounded())
    guard decimals > 0 else { return String(rounded) }
    let rest = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// Seconds to three digits: `0.142 s`, `1.42 s`, `14.2 s`.
  static func seconds(_ value: Double) -> String {
    fixed(value, value < 1 ? 3 : value < 10 ? 2 : 1) + " s"
  }

  /// Bytes in MB of 10⁶ bytes, for what lies on a disk; small ones in KB.
  static func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? fixed(Double(bytes) / 1000, 0) + " KB"
      : fixed(Double(bytes) / 1_000_000, bytes < 10_000_000 ? 1 : 0) + " MB"
  }

  /// Bytes in MiB of 2²⁰ bytes, for memory.
  static func memory(_ bytes: Int) -> String {
    fixed(Double(bytes) / 1_048_576, 0) + " MiB"
  }

  /// A share in per cent, such as `17.3 %`.
  static func percent(_ share: Double) -> String { fixed(share * 100, 1) + " %" }

  /// A count with commas, such as `100,000`.
  static func count(_ number: Int) -> String {
    var digits = String(number)[...]
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
