/// What an insight of Security Hub counted, which is shown and decides nothing.
package struct Insight: Equatable, Sendable {
  /// How many findings share one value of the attribute by which they are grouped.
  package struct Count: Equatable, Sendable {
    package let value: String
    package let findings: Int

    package init(value: String, findings: Int) {
      self.value = value
      self.findings = findings
    }
  }

  package let arn: String
  /// Nil where no file names it.
  package var name: String?
  /// The attribute, such as `ResourceId`; empty where the file does not tell.
  package let groupedBy: String
  /// In the order of the file.
  package let counts: [Count]
  /// When it was counted, where the file tells.
  package let time: Instant?
  /// Index of the file.
  package var file: Int

  package init(
    arn: String, name: String? = nil, groupedBy: String, counts: [Count], time: Instant? = nil,
    file: Int
  ) {
    self.arn = arn
    self.name = name
    self.groupedBy = groupedBy
    self.counts = counts
    self.time = time
    self.file = file
  }
}
