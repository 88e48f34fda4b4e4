import JSON

/// A record in the Open Cybersecurity Schema Framework (OCSF) and the parts that are looked at
/// often.
///
/// Class 2001 of OCSF 1.0 has `finding`, `cloud.account_uid` and `state` where later classes have
/// `finding_info`, `cloud.account.uid` and `status`.
struct OCSFRecord {
  /// Category 2 of OCSF holds findings; the class numbers of a category begin with its number.
  private static let findingClasses = 2000..<3000

  let value: JSONValue
  /// What the finding says: `finding_info`, or `finding`.
  let info: JSONValue?
  let product: JSONValue?
  let compliance: JSONValue?
  let cloud: JSONValue?
  let classNumber: Int?

  init(_ value: JSONValue) {
    self.value = value
    info = value["finding_info"].present ?? value["finding"].present
    product = value["metadata", "product"].present
    compliance = value["compliance"].present
    cloud = value["cloud"].present
    classNumber = value["class_uid"]?.int
  }

  /// Whether this is an event of another category, such as a call of an API.
  var isEvent: Bool { classNumber.map { !Self.findingClasses.contains($0) } ?? false }

  /// Whether this is a Security Finding of OCSF 1.0.
  var isFirstVersion: Bool { classNumber == 2001 }
}

extension JSONValue? {
  /// The value; nil where it is null, as Athena writes what a record does not have.
  var present: JSONValue? { flatMap { $0.isNull ? nil : $0 } }
}
