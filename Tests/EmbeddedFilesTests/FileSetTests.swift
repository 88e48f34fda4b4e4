import EmbeddedFiles
import FoundationEssentials
import Testing

@Suite("Embedded files and a user's own")
struct FileSetTests {
  /// Calls `body` with a new folder that holds these files.
  private func withFolder(
    _ files: [String: String], _ body: (String) throws -> Void
  ) throws {
    let name = "so-report-files-\(UInt64.random(in: 0...UInt64.max))"
    let folder = URL.temporaryDirectory.appending(path: name)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
  }

  @Test("The executable carries the project's templates")
  func carriesTemplates() throws {
    let files = try FileSet()
    #expect(files.text("templates/checks/IAM.3.md")?.hasPrefix("---\n") == true)
    #expect(files["templates/nothing.md"] == nil)
    let file = try #require(EmbeddedFile.all.first)
    #expect(files[file.path]?.count == file.bytes.byteCount)
    #expect(files.text(file.path) == file.text)
  }

  @Test("Paths are sorted bytewise")
  func sortsPaths() {
    let files = FileSet(["t/b": [], "t/Z": [], "t/a/x": [], "u/c": []])
    #expect(files.paths(below: "t/") == ["t/Z", "t/a/x", "t/b"])
  }

  @Test("A user's file replaces ours at the same path, and a new path adds one")
  func overlays() throws {
    try withFolder(["checks/IAM.3.md": "mine", "checks/My.1.md": "new", ".x": "", "a/.y/z": ""]) {
      let files = try FileSet(templates: $0)
      #expect(files.text("templates/checks/IAM.3.md") == "mine")
      #expect(files.text("templates/checks/My.1.md") == "new")
      #expect(files.text("templates/checks/IAM.4.md")?.hasPrefix("---") == true)
      #expect(files["templates/.x"] == nil && files["templates/a/.y/z"] == nil)
    }
    try withFolder(["report.css": "body{}"]) {
      let files = try FileSet(assets: $0)
      #expect(files.text("assets/report.css") == "body{}")
    }
  }

  @Test("A folder that is not there is missing, and so is a file in its place")
  func findsMissing() throws {
    #expect(throws: FileSetError(path: "/no/such", reason: .missing)) {
      try FileSet(templates: "/no/such")
    }
    try withFolder(["x": ""]) { folder in
      #expect(throws: FileSetError(path: folder + "/x", reason: .missing)) {
        try FileSet(assets: folder + "/x")
      }
    }
  }

  @Test("A file that cannot be read is an error that names it")
  func failsToRead() throws {
    try withFolder(["a/b": ""]) { folder in
      try FileManager.default.createSymbolicLink(
        at: URL(filePath: folder + "/a/gone"), withDestinationURL: URL(filePath: "/no/such"))
      #expect(throws: FileSetError(path: folder + "/a/gone", reason: .unreadable)) {
        try FileSet(templates: folder)
      }
    }
  }
}
