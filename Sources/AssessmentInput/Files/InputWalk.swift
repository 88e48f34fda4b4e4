import AssessmentModel
import JSON

/// Finds the files that the inputs stand for.
struct InputWalk {
  private let disk: FileAccess
  private(set) var files: [InputFile] = []
  private(set) var failures: [ReadFailure] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Walks through all inputs; each is looked at once.
  init(_ inputs: [String], disk: FileAccess) {
    self.disk = disk
    var seen: Set<String> = []
    for input in inputs where seen.insert(input).inserted { walk(input) }
  }

  /// What stands for standard input, whatever the shell called it.
  private static let standardInput: Set = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"]

  private mutating func walk(_ input: String) {
    if Self.standardInput.contains(input) {
      guard !files.contains(where: { $0.path == nil }) else { return }
      let file = InputFile(
        path: nil, name: "standard input", folder: "-", role: .evidence, isGivenAlone: true)
      files.append(file)
      return
    }
    let root = input.hasSuffix("/") && input.count > 1 ? String(input.dropLast()) : input
    switch disk.kind(root) {
    case nil: failWithout(input, disk.obstacle(root))
    case .folder:
      let isAssessment = disk.kind(root + "/assessment.yaml") == .file
      walk(folder: root, below: "", isAssessment: isAssessment)
    case .other:
      fail(
        .unreadable, "no-file", input, "is a pipe or a device",
        remedy: "Give it as -, on standard input.")
    case .file:
      let parts = input.split(separator: "/")
      files.append(
        InputFile(
          path: input, name: parts.last.map(String.init) ?? input,
          folder: parts.dropLast().joined(separator: "/"), role: .evidence, isGivenAlone: true))
    }
  }

  /// Notes an input at which nothing stands.
  private mutating func failWithout(_ input: String, _ obstacle: Obstacle) {
    if obstacle == .absent {
      fail(
        .missing, "no-such-input", input.isEmpty ? "an empty name" : input,
        "there is no such file or folder", remedy: "Check its path.")
    } else {
      fail(.unreadable, "unreadable", input, obstacle.summary, remedy: obstacle.remedy)
    }
  }

  private mutating func walk(folder: String, below prefix: String, isAssessment: Bool) {
    let listing: FolderListing
    do {
      listing = try disk.list(folder)
    } catch {
      let obstacle = Obstacle(error)
      fail(
        .unreadable, "unreadable", prefix.isEmpty ? folder : prefix,
        "cannot be listed" + (obstacle == .denied ? ": permission denied" : ""),
        remedy: obstacle.remedy)
      return
    }
    if listing.entries.contains(where: { $0.name == "manifest.json" }), isReport(folder) {
      note("published-report", prefix, "is a report of so-report, not evidence; it is left out")
      return
    }
    for name in listing.notUTF8.sorted() where !name.hasPrefix(".") {
      fail(
        .unreadable, "name-not-utf-8", prefix.isEmpty ? name : prefix + "/" + name,
        "has a name that is not UTF-8, so that it cannot be opened", remedy: "Rename it.")
    }
    let entries = listing.entries.filter { $0.name.utf8.first != UInt8(ascii: ".") }
    for entry in entries.sorted(by: { $0.name.precedes($1.name) }) {
      let name = entry.name
      let (path, inner) = (folder + "/" + name, prefix.isEmpty ? name : prefix + "/" + name)
      switch entry.kind ?? disk.kind(path) {
      case .folder where entry.kind == nil && disk.isLink(path):
        warn("linked-folder", inner, "is a link to a folder and is not followed")
      case .folder: walk(folder: path, below: inner, isAssessment: isAssessment)
      case .file:
        files.append(
          InputFile(
            path: path, name: inner, folder: folder,
            role: isAssessment ? InputFile.Role(path: inner) : .evidence, isGivenAlone: false))
      case .other: addOther(inner)
      case nil: addObstacle(inner, disk.obstacle(path), isLink: disk.isLink(path))
      }
    }
  }

  private mutating func addOther(_ name: String) {
    if name == "assessment.yaml" {
      fail(
        .unreadable, "no-file", name, "is a pipe or a device, and decides how all else is read",
        remedy: "Put a file in its place.")
    } else {
      warn("no-file", name, "is a pipe or a device and is not read")
    }
  }

  private mutating func addObstacle(_ name: String, _ obstacle: Obstacle, isLink: Bool) {
    if obstacle == .absent, isLink {
      fail(
        .unreadable, "broken-link", name, "is a link that leads nowhere",
        remedy: "Remove it, or put the file in its place.")
    } else {
      fail(.unreadable, "unreadable", name, obstacle.summary, remedy: obstacle.remedy)
    }
  }

  /// Whether a folder was written by `so-report build`.
  private func isReport(_ folder: String) -> Bool {
    guard let text = try? disk.read(folder + "/manifest.json") else { return false }
    let head = text.withBytes { bytes in
      String(decoding: (0..<min(200, bytes.count)).map { bytes[$0] }, as: UTF8.self)
    }
    .filter { !$0.isWhitespace }
    return head.contains("\"generator\":\"so-report\"")
  }

  private mutating func fail(
    _ reason: ReadFailure.Reason, _ identifier: String, _ file: String, _ summary: String,
    remedy: String
  ) {
    let diagnostic = Diagnostic(.error, identifier, file: file, summary, remedy: remedy)
    failures.append(ReadFailure(reason: reason, diagnostic: diagnostic))
  }

  private mutating func warn(_ identifier: String, _ file: String, _ summary: String) {
    diagnostics.append(Diagnostic(.warning, identifier, file: file, summary))
  }

  private mutating func note(_ identifier: String, _ folder: String, _ summary: String) {
    let file = folder.isEmpty ? "the input folder" : folder
    diagnostics.append(Diagnostic(.note, identifier, file: file, summary))
  }
}
