/// Why one record is not what it claims; the file around it may be good.
struct RecordProblem: Error, Equatable {
  /// A JSON pointer into the record.
  let pointer: String
  let summary: String
}
