import AssessmentModel
import Testing

@Suite("An instant") struct InstantTests {
  @Test(
    "is read as RFC 3339, a missing zone being UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-20T10:11:12Z", 1_795_169_472),
      ("2026-11-20T10:11:12.999Z", 1_795_169_472), ("2026-11-20T10:11:12", 1_795_169_472),
      ("2026-11-20 10:11:12z", 1_795_169_472), ("2026-11-20T12:11:12+02:00", 1_795_169_472),
      ("2026-11-20T12:11:12+0200", 1_795_169_472), ("2026-11-20T09:41:12-00:30", 1_795_169_472),
      ("1969-12-31T23:59:59Z", -1), ("2024-02-29T00:00:00Z", 1_709_164_800),
      ("2016-12-31T23:59:60Z", 1_483_228_800),
    ] as [(String, Int64)])
  func read(text: String, seconds: Int64) { #expect(Instant(text)?.seconds == seconds) }

  @Test("that is a plain date is the end of that day")
  func plainDate() { #expect(Instant("2026-11-20") == Instant("2026-11-20T23:59:59Z")) }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "2026", "2026-11", "2026-13-01", "2026-00-10", "2026-02-29", "2026-11-31", "2026/11/20",
      "2026-11-20T", "2026-11-20T10:11", "2026-11-20T24:00:00Z", "2026-11-20T10:60:00Z",
      "2026-11-20T10:11:12.", "2026-11-20T10:11:12.Z", "2026-11-20T10:11:12Zx",
      "2026-11-20T10:11:12+2:00", "2026-11-20T10:11:12+24:00", "20261120T101112Z", "1790000000",
    ])
  func unread(text: String) { #expect(Instant(text) == nil) }

  @Test(
    "is written as it was read, in UTC",
    arguments: [
      "2026-11-20T10:11:12Z", "2024-02-29T00:00:00Z", "1969-12-31T23:59:59Z",
      "1900-03-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    ])
  func written(text: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.rfc3339 == text && instant.day == text.prefix(10))
  }

  @Test("knows the end of its day, before 1970 too", arguments: ["2026-11-20", "1969-12-31"])
  func endOfDay(day: String) throws {
    let instant = try #require(Instant(day + "T00:00:00Z"))
    #expect(instant.endOfDay == Instant(day) && instant.endOfDay.endOfDay == instant.endOfDay)
  }

  @Test("counts whole days to another")
  func days() {
    let noon = Instant(seconds: 43_200)
    #expect(noon.days(to: Instant(seconds: 43_200 + 86_399)) == 0)
    #expect(noon.days(to: Instant(seconds: 43_200 + 86_400)) == 1)
    #expect(noon.days(to: Instant(seconds: 43_200 - 172_800)) == -2)
  }
}
