import AssessmentModel
import ReportSite

/// Diagnostics for people: of each kind the first in full, then how many more.
struct DiagnosticList {
  /// Diagnostics of one kind that are shown in full.
  static let shownOfAKind = 20

  let diagnostics: [Diagnostic]
  let malformed: [MalformedRecords]

  /// What is said of one kind of diagnostic.
  struct Group {
    private(set) var shown: [Diagnostic] = []
    private(set) var count = 0
    private var files: Set<String> = []

    fileprivate mutating func add(_ diagnostic: Diagnostic) {
      count += 1
      if shown.count < DiagnosticList.shownOfAKind {
        shown.append(diagnostic)
      } else if let file = diagnostic.file {
        files.insert(file)
      }
    }

    fileprivate mutating func add(_ malformed: MalformedRecords) {
      let wanted = DiagnosticList.shownOfAKind - shown.count
      shown += malformed.diagnostics.prefix(wanted)
      count += malformed.count
      if malformed.count > wanted { files.insert(malformed.file) }
    }

    /// `and 3,211 more of the same kind (malformed-record) in 4 files`; nil when all are shown.
    var rest: String? {
      guard count > shown.count, let identifier = shown.first?.identifier else { return nil }
      let places = files.isEmpty ? "" : " in \(Count.of(files.count, "file"))"
      return "and \(Count.grouped(count - shown.count)) more of the same kind (\(identifier))"
        + "\(places); --diagnostics json lists them all"
    }
  }

  /// The kinds in the order in which they first occur, malformed records last; notes and warnings
  /// are left out where only errors are wanted.
  func groups(errorsOnly: Bool) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for diagnostic in diagnostics where !errorsOnly || diagnostic.severity == .error {
      let kind = "\(diagnostic.severity) \(diagnostic.identifier)"
      let place = places[kind] ?? groups.count
      if place == groups.count { groups.append(Group()) }
      places[kind] = place
      groups[place].add(diagnostic)
    }
    guard !malformed.isEmpty, !errorsOnly else { return groups }
    var group = Group()
    for records in malformed { group.add(records) }
    return groups + [group]
  }
}
