/// Looks for `*name` after `&name` before any of it is expanded: nine lines of aliases can stand
/// for a billion values.
///
/// It does not know quotes and comments, so what it finds may be text; but no alias escapes it.
enum AliasSearch {
  static let message = "aliases (*name) are not read here; write the value out"

  /// Few enough that what they expand to stays small whatever the text is.
  private static let limit = 10

  /// The first that looks like an alias, as the error that it would be; throws it when there are
  /// more than ten.
  static func first(in text: String) throws(YAMLError) -> YAMLError? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var anchors: Set<Substring> = []
    var first: String.Index?
    var count = 0
    var index = text.startIndex
    let scalars = text.unicodeScalars
    while let at = scalars[index...].firstIndex(where: { $0 == "&" || $0 == "*" }) {
      index = scalars.index(after: at)
      let name = Substring(scalars[index...].prefix(while: isNamePart))
      if scalars[at] == "&" {
        anchors.insert(name)
      } else if anchors.contains(name) {
        first = first ?? at
        count += 1
      }
    }
    guard let first else { return nil }
    let error = error(at: first, in: text)
    guard count <= limit else { throw error }
    return error
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  private static func error(at index: String.Index, in text: String) -> YAMLError {
    let before = text.unicodeScalars[..<index]
    return YAMLError(
      line: before.count { $0 == "\n" } + 1,
      column: before.reversed().prefix { $0 != "\n" }.count + 1, message: message)
  }
}
