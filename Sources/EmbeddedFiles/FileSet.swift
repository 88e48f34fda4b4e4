/// The files of `templates/` and `assets/`: those of the executable, overlaid by a user's own.
///
///     let files = try FileSet(templates: "my-templates")
///     files.text("templates/checks/IAM.3.md")
package struct FileSet: Sendable {
  private var contents: [String: [UInt8]]

  /// The embedded files; what lies in the folders replaces a file of the same path or adds one.
  package init(templates: String? = nil, assets: String? = nil) throws(FileSetError) {
    contents = Dictionary(
      EmbeddedFile.all.map { ($0.path, $0.array) }, uniquingKeysWith: { first, _ in first })
    for (name, folder) in [("templates", templates), ("assets", assets)] {
      guard let folder else { continue }
      for (path, bytes) in try UserFolder(path: folder).files() {
        contents[name + "/" + path] = bytes
      }
    }
  }

  /// These files and no others.
  package init(_ contents: [String: [UInt8]]) { self.contents = contents }

  /// The bytes of a file by its path, such as `assets/report.css`.
  package subscript(path: String) -> [UInt8]? { contents[path] }

  /// A file as text; nil when there is none or it is not UTF-8.
  package func text(_ path: String) -> String? {
    contents[path].flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The paths that begin with `prefix`, such as `templates/checks/`, sorted bytewise.
  package func paths(below prefix: String) -> [String] {
    contents.keys.filter { $0.utf8.starts(with: prefix.utf8) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
