/// One line of the list of files that were read.
package struct ListedFile: Hashable, Sendable {
  package let name: String
  /// What the file is, such as `Security Hub findings (get-findings)`.
  package let kind: String
  /// Whether it is bad, and nothing of it is kept.
  package let isRejected: Bool
  /// Records that it holds, rejected ones included.
  package let records: Int
  package let rejected: Int
  /// What a person should know about it, one sentence each.
  package let notes: [String]
}
