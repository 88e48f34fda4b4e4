import AssessmentModel
import Testing

@Suite("Malformed records") struct MalformedRecordsTests {
  private static let entries = [
    MalformedRecords.Entry(
      number: 1, point: .init(offset: 0, line: 1, column: 1), pointer: "", summary: "s"),
    .init(
      number: 3, point: .init(offset: 4_000_000_000, line: 70_000, column: 12), pointer: "/Id",
      summary: "t"),
    .init(number: 4, point: nil, pointer: "/a~1b", summary: "s"),
    .init(
      number: 100_000_000, point: .init(offset: 4_000_000_127, line: 70_000, column: 139),
      pointer: "/Id", summary: ""),
    .init(
      number: 2, point: .init(offset: 5, line: 2, column: 3), pointer: "/Id", summary: "back again"),
  ]

  private static func records(_ entries: [MalformedRecords.Entry]) -> MalformedRecords {
    var records = MalformedRecords(file: "a.json")
    for entry in entries { records.append(entry) }
    return records
  }

  @Test("come back as they were added, again and again")
  func restores() {
    let records = Self.records(Self.entries)
    #expect(records.count == 5)
    #expect(Array(records.entries) == Self.entries)
    #expect(Array(records.entries) == Self.entries)
    #expect(Array(Self.records([]).entries) == [])
  }

  @Test("are warnings with file, line, byte, record, pointer and remedy")
  func diagnostics() {
    let lines = Self.records(Self.entries).diagnostics.map(\.line)
    #expect(
      lines.prefix(3) == [
        "a.json:1:1 (byte 0) record 1: s. It is left out; export it again.",
        "a.json:70000:12 (byte 4000000000) record 3 at /Id: t. "
          + "It is left out; export it again.",
        "a.json record 4 at /a~1b: s. It is left out; export it again.",
      ])
  }

  @Test("are cut short for people, who are told how many there are")
  func cuts() {
    let records = Self.records(Self.entries)
    #expect(records.diagnostics(first: 5).count == 5)
    #expect(records.diagnostics(first: 4).last?.summary == "1 more of its records is malformed")
    #expect(records.diagnostics(first: 2).count == 3)
    #expect(records.diagnostics(first: 2).last?.summary == "3 more of its records are malformed")
  }
}
