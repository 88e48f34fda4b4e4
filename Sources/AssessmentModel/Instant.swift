/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.seconds < rhs.seconds }

  /// The years 1 to 9999, which RFC 3339 can write.
  package static let readable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Reads a moment or a day from text.
  ///
  /// A moment is RFC 3339, such as `2026-11-20T10:11:12.5Z`; a missing zone is taken as UTC. A plain
  /// date is the end of that day. What falls outside the years 1 to 9999 is refused.
  package init?(_ text: String) {
    var text = text
    let seconds = text.withUTF8 { bytes in unsafe Self.seconds(in: Span(_unsafeElements: bytes)) }
    guard let seconds else { return nil }
    self.seconds = seconds
  }

  /// Reads the same from UTF-8 bytes, without making a `String`.
  package init?(utf8 bytes: Span<UInt8>) {
    guard let seconds = Self.seconds(in: bytes) else { return nil }
    self.seconds = seconds
  }

  private static func seconds(in text: Span<UInt8>) -> Int64? {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
      (1...9999).contains(year), (1...12).contains(month),
      (1...daysIn(month, of: year)).contains(day)
    else { return nil }
    let midnight = daysSinceEpoch(year, month, day) * 86_400
    if text.count == 10 { return midnight + 86_399 }
    guard text.count >= 19,
      [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(text[10]),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let hour = number(text, 11, 2), let minute = number(text, 14, 2),
      let second = number(text, 17, 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    var index = 19
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      let first = index
      while index < text.count, digit(text[index]) != nil { index += 1 }
      guard index > first else { return nil }
    }
    guard let offset = zoneOffset(text, from: index) else { return nil }
    let seconds = midnight + hour * 3600 + minute * 60 + second - offset
    return Self.readable.contains(seconds) ? seconds : nil
  }

  private static func zoneOffset(_ text: Span<UInt8>, from index: Int) -> Int64? {
    if index == text.count { return 0 }
    let sign = text[index]
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
      return index + 1 == text.count ? 0 : nil
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let hasColon = index + 3 < text.count && text[index + 3] == UInt8(ascii: ":")
    let minuteIndex = index + (hasColon ? 4 : 3)
    guard minuteIndex + 2 == text.count, let hours = number(text, index + 1, 2),
      let minutes = number(text, minuteIndex, 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int64(byte - UInt8(ascii: "0")) : nil
  }

  private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int64? {
    guard start + count <= text.count else { return nil }
    var value: Int64 = 0
    for index in start..<(start + count) {
      guard let digit = digit(text[index]) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func daysIn(_ month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar (years 0 to 9999).
  private static func daysSinceEpoch(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var civil: (year: Int64, month: Int64, day: Int64) {
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day in UTC, such as `2026-11-20`.
  package var day: String {
    var bytes: [UInt8] = []
    appendDay(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 3339 in UTC, such as `2026-11-20T10:11:12Z`.
  package var rfc3339: String {
    var bytes: [UInt8] = []
    appendRFC3339(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the day as ASCII.
  package func appendDay(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    Self.append(year, digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(month, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Self.append(day, digits: 2, to: &bytes)
  }

  /// Appends RFC 3339 as ASCII.
  package func appendRFC3339(to bytes: inout [UInt8]) {
    let second = ((seconds % 86_400) + 86_400) % 86_400
    appendDay(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    Self.append(second / 3600, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(second / 60 % 60, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(second % 60, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Appends a number in at least `digits` decimal digits.
  private static func append(_ number: Int64, digits: Int, to bytes: inout [UInt8]) {
    if digits > 1 || number > 9 { append(number / 10, digits: digits - 1, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// The last second of the same day in UTC.
  package var endOfDay: Instant {
    Instant(seconds: seconds - ((seconds % 86_400) + 86_400) % 86_400 + 86_399)
  }

  /// Whole days from this moment to a later one; negative when `other` is earlier.
  package func days(to other: Instant) -> Int { Int((other.seconds - seconds) / 86_400) }
}
