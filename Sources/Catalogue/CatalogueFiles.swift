package import AssessmentModel
package import EmbeddedFiles
import Parallel

/// The catalogue as it lies in `templates/`, embedded or a user's own.
///
///     let catalogue = try CatalogueFiles.load(try FileSet())
package enum CatalogueFiles {
  /// Reads objectives, checks, lens and mappings; the first error that it meets is thrown.
  package static func load(
    _ files: FileSet
  ) throws(CatalogueError) -> AssessmentModel.Catalogue {
    let mappings = MappingFiles(files: files)
    let standards = try mappings.standards()
    let lens = try LensFiles.load(files)
    let checks = try checks(files, standards: Set(standards.map(\.name)))
    let objectives = try objectives(files, checks: checks, lens: lens)
    try checkClaims(objectives, checks)
    return AssessmentModel.Catalogue(
      objectives: objectives, checks: checks, lens: lens,
      standards: standards, generatorIDs: try mappings.generatorIDs(),
      notOffered: try mappings.notOffered(), knownControls: try mappings.knownControls(),
      advisorChecks: try mappings.advisorChecks(), digest: digest(files))
  }

  private static func checks(
    _ files: FileSet, standards: Set<String>
  ) throws(CatalogueError) -> [Check] {
    let paths = files.paths(below: "templates/checks/").filter { $0.hasSuffix(".md") }
    let read = Parallel.map(paths.count) { number in
      Swift.Result { () throws(CatalogueError) -> CheckFile in
        try CheckFile(paths[number], in: files)
      }
    }
    var all: [String: CheckFile] = [:]
    for result in read {
      let file = try result.get()
      all[file.check.id] = file
    }
    let sorted = all.values.sorted { CheckOrder($0.check.id) < CheckOrder($1.check.id) }
    var checks: [Check] = []
    for file in sorted { checks.append(try file.completed(with: all, standards: standards)) }
    return checks
  }

  private static func objectives(
    _ files: FileSet, checks: [Check], lens: Lens
  ) throws(CatalogueError) -> [Objective] {
    var objectives: [Objective] = []
    for path in files.paths(below: "templates/objectives/") where path.hasSuffix(".md") {
      let file = try ObjectiveFile(path, in: files, checks: checks, lens: lens)
      objectives.append(try file.objective())
    }
    return objectives.sorted { first, second in
      (ObjectiveFile.number(of: first.id) ?? 0) < (ObjectiveFile.number(of: second.id) ?? 0)
    }
  }

  /// Every check belongs to an objective.
  private static func checkClaims(
    _ objectives: [Objective], _ checks: [Check]
  ) throws(CatalogueError) {
    let claimed = Set(objectives.flatMap { $0.core + $0.extension })
    for check in checks where !claimed.contains(check.id) {
      throw CatalogueError(
        file: "templates/checks/\(check.id).md",
        message: "no objective names \(check.id); add it to core or extension of a file in "
          + "templates/objectives, or remove the file")
    }
  }

  /// A digest of the paths and contents of the catalogue's own folders, whoever laid them out.
  private static func digest(_ files: FileSet) -> String {
    let folders = ["checks/", "lens/", "mappings/", "objectives/"]
    let lines = folders.flatMap { files.paths(below: "templates/" + $0) }.map { path in
      "\(Digest.sha256Hex(of: [files[path] ?? []])) \(path)\n"
    }
    return Digest.sha256Hex(of: lines.map { Array($0.utf8) })
  }
}
