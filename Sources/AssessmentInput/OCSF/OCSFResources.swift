import JSON

/// The resources of a record in OCSF, checked: `resources`, or `resource` in OCSF 1.1.
struct OCSFResources {
  /// One resource and what it is known by.
  struct Element {
    let value: JSONValue
    let id: JSONValue
  }

  /// None when the record lists none.
  private(set) var elements: [Element] = []

  /// The first resource.
  var first: JSONValue? { elements.first?.value }

  /// Takes a resource without a name for none where `mayLackName`: Prowler writes empty texts.
  init(_ record: OCSFRecord, mayLackName: Bool) throws(RecordProblem) {
    guard let list = record.value["resources"], !list.isNull else {
      if let one = record.value["resource"], !one.isNull {
        try append(one, "/resource", mayLackName)
      }
      return
    }
    guard list.kind == .array else {
      throw RecordProblem(pointer: "/resources", summary: "expected a list of resources")
    }
    for (index, element) in list.elements.enumerated() {
      try append(element, "/resources/\(index)", mayLackName)
    }
  }

  private mutating func append(
    _ element: JSONValue, _ pointer: @autoclosure () -> String, _ mayLackName: Bool
  ) throws(RecordProblem) {
    guard element.kind == .object else {
      throw RecordProblem(pointer: pointer(), summary: "expected an object")
    }
    if let id = Self.id(of: element) {
      elements.append(Element(value: element, id: id))
    } else if !mayLackName {
      throw RecordProblem(
        pointer: pointer() + "/uid", summary: "expected the resource's id, a string")
    }
  }

  /// `uid`; an ARN in `uid_alt` where `uid` neither is one nor means an account; else `name`.
  private static func id(of element: JSONValue) -> JSONValue? {
    let (uid, other) = (text(element["uid"]), text(element["uid_alt"]))
    let isCanonical = uid?.withUTF8 { bytes in
      bytes.has("arn:") || bytes.has("AWS::") || bytes.isAccount(0..<bytes.count)
    }
    if isCanonical ?? false { return uid }
    if other?.withUTF8({ $0.has("arn:") }) ?? false { return other }
    return uid ?? other ?? text(element["name"])
  }

  /// A string that is not empty.
  private static func text(_ value: JSONValue?) -> JSONValue? {
    value.flatMap { ($0.withUTF8 { $0.count > 0 } ?? false) ? $0 : nil }
  }
}
