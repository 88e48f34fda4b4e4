import JSON

/// The resources of a finding, checked.
struct FindingResources {
  /// None when the finding lists none.
  let elements: [JSONValue]

  /// The first resource.
  var first: JSONValue? { elements.first }

  init(_ finding: JSONValue) throws(RecordProblem) {
    guard let list = finding["Resources"], !list.isNull else {
      elements = []
      return
    }
    guard list.kind == .array else {
      throw RecordProblem(pointer: "/Resources", summary: "expected a list of resources")
    }
    elements = Array(list.elements)
    for (index, element) in elements.enumerated() {
      guard element.kind == .object else {
        throw RecordProblem(pointer: "/Resources/\(index)", summary: "expected an object")
      }
      guard let id = element["Id"], id.withUTF8({ $0.count > 0 }) ?? false else {
        throw RecordProblem(
          pointer: "/Resources/\(index)/Id", summary: "expected the resource's id, a string")
      }
    }
  }
}
