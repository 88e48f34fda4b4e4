/// One line of the list of files that were read.
package struct ListedFile: Hashable, Sendable {
  package let name: String
  /// What the file is, such as `Security Hub findings (get-findings)`.
  package let kind: String
  /// Whether it is bad, and nothing of it is kept.
  package let isRejected: Bool
  /// Whether anything in it is evidence.
  package let isEvidence: Bool
  /// Records that it holds, rejected ones included.
  package let records: Int
  package let rejected: Int
  /// What a person should know about it, one sentence each.
  package let notes: [String]

  /// A line of a list that is made elsewhere.
  package init(
    name: String, kind: String, isRejected: Bool = false, isEvidence: Bool = false,
    records: Int = 0, rejected: Int = 0, notes: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.isRejected = isRejected
    self.isEvidence = isEvidence
    self.records = records
    self.rejected = rejected
    self.notes = notes
  }
}
