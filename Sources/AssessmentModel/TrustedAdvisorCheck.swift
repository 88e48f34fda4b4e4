/// What is known of a check of Trusted Advisor: its name, and how its rows are read.
package struct TrustedAdvisorCheck: Equatable, Sendable {
  /// Such as `Pfx0RwqBli`.
  package var id: String
  /// As the Support API spells it, such as `Amazon S3 Bucket Permissions`.
  package var name: String
  /// The names of a row's cells, in their order; nil when they are not known.
  package var columns: [String]?
  /// How the ARN of a row's resource is made, such as `arn:{partition}:s3:::{Bucket Name}`: the words
  /// in braces are `partition`, `region`, `account`, or a column.
  package var arns: [String]

  package init(id: String, name: String, columns: [String]? = nil, arns: [String] = []) {
    self.id = id
    self.name = name
    self.columns = columns
    self.arns = arns
  }

  /// The columns that an ARN's template names, in its order.
  package static func columns(in arn: String) -> [String] {
    arn.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "}", omittingEmptySubsequences: false).first }
      .map(String.init).filter { !["partition", "region", "account"].contains($0) }
  }
}
