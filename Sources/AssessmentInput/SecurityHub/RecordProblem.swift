import JSON

/// Why one record is not what it claims; the file around it may be good.
struct RecordProblem: Error, Equatable {
  /// A JSON pointer into the record.
  let pointer: String
  let summary: String
}

extension RecordProblem {
  /// A field that is there twice: it is not known which value is meant.
  init(_ conflict: JSONConflict) {
    self.init(
      pointer: conflict.pointer,
      summary: "expected the key once, found it twice, with \(conflict.values[0]) and with "
        + conflict.values[1])
  }
}

extension JSONValue {
  /// Throws where a record names a field that is read twice with different values.
  func refuseConflicts(in fields: ReadFields) throws(RecordProblem) {
    if let conflict = firstConflict(depth: fields.depth, where: fields.contain) {
      throw RecordProblem(conflict)
    }
  }

  /// Throws where a record names any key twice with different values.
  func refuseConflicts() throws(RecordProblem) {
    if let conflict = firstConflict() { throw RecordProblem(conflict) }
  }
}
