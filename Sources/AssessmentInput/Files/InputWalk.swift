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

  private mutating func walk(_ input: String) {
    if input == "-" || input == "/dev/stdin" {
      let file = InputFile(
        path: nil, name: "standard input", folder: "-", role: .evidence, isGivenAlone: true)
      files.append(file)
      return
    }
    let root = input.hasSuffix("/") && input.count > 1 ? String(input.dropLast()) : input
    switch disk.kind(root) {
    case nil:
      fail(.missing, "no-such-input", input, "there is no such file or folder")
    case .folder:
      let isAssessment = disk.kind(root + "/assessment.yaml") == .file
      walk(folder: root, below: "", isAssessment: isAssessment)
    case .other:
      fail(.unreadable, "no-file", input, "is a pipe or a device; give it as -, on standard input")
    case .file:
      let parts = input.split(separator: "/")
      files.append(
        InputFile(
          path: input, name: parts.last.map(String.init) ?? input,
          folder: parts.dropLast().joined(separator: "/"), role: .evidence, isGivenAlone: true))
    }
  }

  private mutating func walk(folder: String, below prefix: String, isAssessment: Bool) {
    let names: [String]
    do {
      names = try disk.list(folder)
    } catch {
      fail(.unreadable, "unreadable", prefix.isEmpty ? folder : prefix, "cannot be listed")
      return
    }
    if names.contains("manifest.json"), isReport(folder) {
      note("published-report", prefix, "is a report of so-report, not evidence; it is left out")
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let (path, inner) = (folder + "/" + name, prefix.isEmpty ? name : prefix + "/" + name)
      switch disk.kind(path) {
      case .folder where disk.isLink(path):
        warn("linked-folder", inner, "is a link to a folder and is not followed")
      case .folder: walk(folder: path, below: inner, isAssessment: isAssessment)
      case .file:
        files.append(
          InputFile(
            path: path, name: inner, folder: folder,
            role: isAssessment ? InputFile.Role(path: inner) : .evidence, isGivenAlone: false))
      case .other: warn("no-file", inner, "is a pipe or a device and is not read")
      case nil: fail(.unreadable, "unreadable", inner, "is a link that leads nowhere")
      }
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
    _ reason: ReadFailure.Reason, _ identifier: String, _ file: String, _ summary: String
  ) {
    failures.append(
      ReadFailure(reason: reason, diagnostic: Diagnostic(.error, identifier, file: file, summary)))
  }

  private mutating func warn(_ identifier: String, _ file: String, _ summary: String) {
    diagnostics.append(Diagnostic(.warning, identifier, file: file, summary))
  }

  private mutating func note(_ identifier: String, _ folder: String, _ summary: String) {
    let file = folder.isEmpty ? "the input folder" : folder
    diagnostics.append(Diagnostic(.note, identifier, file: file, summary))
  }
}
