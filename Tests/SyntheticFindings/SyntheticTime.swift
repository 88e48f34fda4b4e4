/// A moment of the year 2026, in milliseconds since its beginning.
package struct SyntheticTime: Comparable, Sendable {
  package let milliseconds: Int

  /// A moment in April to October: a quarter of a year earlier is still in the year.
  static func random(_ random: inout SeededRandom) -> SyntheticTime {
    SyntheticTime(milliseconds: (90 + random.below(214)) * day + random.below(day))
  }

  private static let day = 86_400_000

  /// The moment some hours before, at most 90 days of them.
  func earlier(byHours hours: Int) -> SyntheticTime {
    SyntheticTime(milliseconds: milliseconds - hours * 3_600_000)
  }

  /// As AWS writes it, such as `2026-03-09T07:05:01.042Z`.
  var text: String {
    let seconds = milliseconds / 1000
    var (month, day) = (1, seconds / 86_400)
    for length in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
      if day < length { break }
      day -= length
      month += 1
    }
    let second = seconds % 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.digits($0, 2) }
    return "2026-\(Self.digits(month, 2))-\(Self.digits(day + 1, 2))T\(clock[0]):\(clock[1]):"
      + "\(clock[2]).\(Self.digits(milliseconds % 1000, 3))Z"
  }

  /// A number with zeros before it.
  static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: width - text.count) + text
  }

  package static func < (lhs: SyntheticTime, rhs: SyntheticTime) -> Bool {
    lhs.milliseconds < rhs.milliseconds
  }
}
