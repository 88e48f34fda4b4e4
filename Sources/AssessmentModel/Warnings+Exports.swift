// Warnings of exports that were filtered or are old.
extension Warnings {
  /// Files that are judged as one export.
  private struct Export {
    /// By their numbers.
    var files: [Int] = []
    var hub = Contents.Results()
    var prowler = Contents.Results()
    /// The file with the newest observation.
    var newestFile = 0
    var newest = Record.undated

    mutating func add(_ file: Int, _ contents: Contents) {
      files.append(file)
      hub.add(contents.hub)
      prowler.add(contents.prowler)
      guard contents.newest > newest else { return }
      (newest, newestFile) = (contents.newest, file)
    }

    /// “it and 11 more files of its folder”, or “it”.
    var subject: String {
      let more = files.count - 1
      return more == 0 ? "it" : "it and \(more) more file\(more == 1 ? "" : "s") of its folder"
    }
  }

  /// Results from which on a file can tell by itself whether it was filtered, or is old.
  private static let telling = 10

  /// The exports of some files.
  ///
  /// A file of a few results says little: those of one folder are looked at together, as pages of
  /// one list are.
  private func exports(where isWanted: (Contents) -> Bool) -> [Export] {
    var exports: [Export] = []
    var numbers = KeyNumbers<ExportKey>()
    for (file, contents) in results.enumerated()
    where evidence.files[file].isExport && isWanted(contents) {
      let number = numbers.number(of: exportKey(of: file, contents))
      if number == exports.count { exports.append(Export()) }
      exports[number].add(file, contents)
    }
    return exports
  }

  /// What files of one export have in common.
  private enum ExportKey: Hashable {
    case export(Int)
    case file(Int)
    case folder(Substring, isHub: Bool)
  }

  private func exportKey(of file: Int, _ contents: Contents) -> ExportKey {
    if let export = evidence.files[file].export { return .export(export) }
    guard contents.hub.count + contents.prowler.count < Self.telling else { return .file(file) }
    let name = evidence.files[file].name
    let folder = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[..<$0] } ?? ""
    return .folder(folder, isHub: contents.hub.count > 0)
  }

  var filtered: [Diagnostic] {
    exports(where: { $0.hub.count + $0.prowler.count > 0 }).compactMap { export in
      let isOfHub = export.hub.count > 0
      let results = isOfHub ? export.hub : export.prowler
      guard results.count > 0, results.passed == 0 else { return nil }
      return Diagnostic(
        .warning, "export-without-passes", file: evidence.files[export.files[0]].name,
        export.subject + (export.files.count == 1 ? " holds" : " hold") + " no PASSED result, so "
          + (export.files.count == 1 ? "it was" : "they were") + " probably filtered; "
          + "what is not there counts as not looked at",
        remedy: isOfHub ? Self.exportAll : Self.runWhole)
    }
  }

  /// Old files, those of a few results in one folder together.
  var old: [Diagnostic] {
    exports(where: { contents in
      contents.newest != Record.undated
        && Instant(seconds: contents.newest).days(to: asOf) > evidence.staleAfter
    })
    .map { export in
      let age = Instant(seconds: export.newest).days(to: asOf)
      let more = export.files.count - 1
      let summary =
        more == 0
        ? "its newest observation is"
        : "it and \(more) more old file\(more == 1 ? "" : "s") of its folder: their newest observation is"
      return Diagnostic(
        .warning, "old-evidence", file: evidence.files[export.newestFile].name,
        "\(summary) \(age) days older than the assessment",
        remedy: "Export again.")
    }
  }

  private static let runWhole = "Run Prowler without --status."
  private static let exportAll =
    "Export everything: aws securityhub get-findings --filters "
    + #"'{"RecordState":[{"Value":"ACTIVE","Comparison":"EQUALS"}]}' > findings.json"#
}
