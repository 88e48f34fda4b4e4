/// The order of checks: by service, then by number, so that IAM.2 stands before IAM.10.
struct CheckOrder: Comparable {
  private let service: String
  private let number: Int
  private let id: String

  /// The place of a check's id.
  init(_ id: String) {
    self.id = id
    let dot = id.lastIndex(of: ".") ?? id.endIndex
    service = id[..<dot].lowercased()
    number = Int(id[dot...].dropFirst()) ?? Int.max
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.service, lhs.number, lhs.id) < (rhs.service, rhs.number, rhs.id)
  }
}
