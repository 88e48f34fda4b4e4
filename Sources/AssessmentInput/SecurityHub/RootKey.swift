import AssessmentModel

/// An account's root, by partition.
struct RootKey: Hashable {
  /// Of the table.
  let account: StringID
  /// Of the decoder's names.
  let partition: StringID
}
