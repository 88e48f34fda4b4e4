import SyntheticFindings

// The inputs of each work, and what is run on them.
extension BenchmarkRun {
  /// Makes the inputs of a work in a folder; the first runner is so-report's own.
  func runners(of work: Work, in place: String) throws -> [Race.Runner] {
    let count = Wording.count(scale.findings)
    switch work {
    case .sample:
      return [try ownRunner(Series(name: "sample assessment", input: nil), ["demo"], mustSay: nil)]
    case .findings: return try single(SyntheticExport(findings: scale.findings), in: place)
    case .million: return try single(SyntheticExport(findings: scale.million), in: place)
    case .twins:
      let export = SyntheticExport(findings: scale.findings, hasTwins: true)
      let input = try write(export, in: place)
      return [try build("\(count) findings with twins", input, of: export)]
    case .files: return try files(SyntheticExport(findings: scale.files), in: place)
    }
  }

  /// One export in one file, and the floor on the same file.
  private func single(_ export: SyntheticExport, in place: String) throws -> [Race.Runner] {
    let input = try write(export, in: place)
    let name = "\(Wording.count(export.findings)) findings"
    let own = try build(name, input, of: export)
    guard let floor else { return [own] }
    let other = Race.Runner(
      series: Series(name: "\(name), floor", input: input.bytes),
      command: { [floor, input.path, $0] }, mustSay: "\(export.findings)", isOurs: false)
    return [own, other]
  }

  /// A file for each finding, and all in one file.
  private func files(_ export: SyntheticExport, in place: String) throws -> [Race.Runner] {
    let count = Wording.count(export.findings)
    let together = try write(export, in: place)
    Progress.say("Writing \(count) files")
    let folder = "\(place)/files"
    let singly = Input(
      path: folder, files: export.findings,
      bytes: try ExportFiles(export: export).writeSingly(to: folder))
    return [
      try build("\(count) files of one finding", singly, of: export),
      try build("\(count) findings", together, of: export),
    ]
  }

  /// A file or folder to read.
  private struct Input {
    let path: String
    let files: Int
    let bytes: Int
  }

  private func write(_ export: SyntheticExport, in place: String) throws -> Input {
    Progress.say("Writing an export of \(Wording.count(export.findings)) findings")
    let path = "\(place)/findings.json"
    return Input(path: path, files: 1, bytes: try ExportFiles(export: export).write(to: path))
  }

  private func build(
    _ name: String, _ input: Input, of export: SyntheticExport
  ) throws -> Race.Runner {
    let files = "\(input.files) file\(input.files == 1 ? "" : "s")"
    return try ownRunner(
      Series(name: name, input: input.bytes), ["build", input.path],
      mustSay: "\(export.findings) records from \(files) (0 rejected)")
  }

  /// Runs a command of so-report that writes a site.
  private func ownRunner(
    _ series: Series, _ command: [String], mustSay: String?
  ) throws -> Race.Runner {
    let help = ChildProcess([program, "help", command[0]], log: "\(folder)/help.txt")
    defer { try? remove(help.log) }
    try help.mustRun()
    let timings = help.said.contains("--timings") ? ["--timings"] : []
    let program = program
    return Race.Runner(
      series: series, command: { [program] + command + ["--output", $0] + timings },
      mustSay: mustSay, isOurs: true)
  }
}
