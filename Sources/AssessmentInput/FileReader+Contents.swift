import Archive
import AssessmentModel
import FoundationEssentials
import JSON
import YAML

extension FileContents {
  /// The contents of a packed file, under the file's own name and digest.
  func unpacked(_ bytes: [UInt8], _ packing: String) -> FileContents {
    FileContents(
      path: path, name: name, folder: folder, role: role, isGivenAlone: isGivenAlone,
      sha256: sha256, bytes: self.bytes, text: JSONText(bytes), packing: packing)
  }

  /// The contents of a file in this ZIP, the first, second … of its name.
  func member(_ entry: ArchiveEntry, number: Int) -> FileContents {
    FileContents(
      path: nil, name: name + "/" + entry.path + (number > 1 ? " (\(number))" : ""),
      folder: folder + "/" + name, role: .evidence,
      isGivenAlone: false, sha256: Digest.sha256Hex(of: CollectionOfOne(entry.bytes)),
      bytes: entry.bytes.count, text: JSONText(entry.bytes), packing: nil)
  }
}

// What a file is, told by its contents.
extension FileReader {
  /// Reads a file, packed or not.
  mutating func read(_ contents: FileContents, isInZIP: Bool = false) {
    if context.isLogo(contents) { return readLogo(contents) }
    let kind = contents.text.withBytes { Archive.kind(of: $0) }
    guard let kind else { return readPlain(contents) }
    do {
      let entries = try unpack(contents)
      switch kind {
      case .gzip, .zstd:
        let bytes = entries.first?.bytes ?? []
        readPlain(contents.unpacked(bytes, kind == .gzip ? "gzip" : "Zstandard"))
      case .zip where isInZIP:
        reject(
          contents, [FileProblem("nested-archive", "is a ZIP in a ZIP", remedy: "Unpack it once.")])
      case .zip: readMembers(of: contents, entries)
      }
    } catch {
      reject(contents, [error])
    }
  }

  private func unpack(_ contents: FileContents) throws(FileProblem) -> [ArchiveEntry] {
    do {
      return try contents.text.withBytes { (bytes) throws(ArchiveError) in
        try Archive.entries(of: bytes, name: contents.name)
      }
    } catch {
      throw FileProblem(error)
    }
  }

  private mutating func readMembers(of contents: FileContents, _ entries: [ArchiveEntry]) {
    // `..` and `.` are no hidden names: what such a name leads to is read as it is called.
    let isHidden = { (path: String) in
      path.split(separator: "/").contains { part in
        part.hasPrefix(".") && part != ".." && part != "." || part == "__MACOSX"
      }
    }
    if entries.contains(where: { $0.path == "[Content_Types].xml" }) {
      reject(
        contents,
        [FileProblem("office-document", "is an Office document; save it as text or JSON")])
      return
    }
    let shown = entries.filter { !isHidden($0.path) }
      .sorted { $0.path.precedes($1.path) }
    let count = shown.count == 1 ? "1 file" : "\(shown.count) files"
    var yield = FileYield(kind: "ZIP with \(count)")
    yield.describe("its files are listed one by one")
    add(yield, of: contents)
    var names: [String: Int] = [:]
    for entry in shown {
      names[entry.path, default: 0] += 1
      read(contents.member(entry, number: names[entry.path] ?? 1), isInZIP: true)
    }
  }

  // MARK: Plain files

  private mutating func readPlain(_ contents: FileContents) {
    let count = decoder.table.rows.count
    do throws(Rejection) {
      try readByRole(contents)
    } catch {
      decoder.removeRows(from: count)
      reject(contents, error.problems, isSkippable: !context.isOwnLens(contents))
    }
  }

  /// All problems of one file.
  private struct Rejection: Error {
    let problems: [FileProblem]
  }

  private mutating func readByRole(_ contents: FileContents) throws(Rejection) {
    if case .reserved(let name) = contents.role {
      var yield = FileYield(kind: name)
      yield.remark(.note, "not-read", file: contents.name, "is not yet read by this version")
      return add(yield, of: contents)
    }
    guard !FileText.isBlank(contents.text) else {
      if case .note = contents.role { return add(FileYield(kind: "note, empty"), of: contents) }
      throw Rejection(problems: [Self.empty(contents)])
    }
    do throws(FileProblem) {
      try FileText.refuseForeign(contents.text)
    } catch {
      throw Rejection(problems: [error])
    }
    if context.isOwnLens(contents) { return try readOwnLens(contents) }
    switch contents.role {
    case .exceptions: try readExceptions(contents)
    case .actions: try readActions(contents)
    case .note(let subject): try readNote(contents, subject)
    case .answers where !FileText.looksLikeJSON(contents.text) && !contents.claimsProse:
      if PlainText.isOfflineAdvisor(try string(contents)) {
        try readOfflineAdvisor(contents)
      } else {
        try readAnswers(contents)
      }
    default:
      if FileText.looksLikeJSON(contents.text) || contents.claimsJSON {
        try readJSON(contents)
      } else {
        try readText(contents)
      }
    }
  }

  private static func empty(_ contents: FileContents) -> FileProblem {
    FileProblem(
      "empty-file", at: .byte(offset: 0, line: 1, column: 1),
      contents.bytes == 0 ? "the file is empty" : "there is nothing but white space in it",
      remedy: "Export it again, or remove it.")
  }

  private mutating func readJSON(_ contents: FileContents) throws(Rejection) {
    let source = JSONFileReader.Origin(
      name: contents.name, file: nextFile, placement: context.placement(of: contents.name),
      generatorIDs: context.generatorIDs, threads: context.threads)
    var reader = JSONFileReader(contents.text, source, parser: parser)
    do throws(FileProblem) {
      try reader.read(into: &decoder)
    } catch {
      throw Rejection(problems: [error])
    }
    if reader.hasOfflineAnswers { return try readAnswers(contents) }
    if reader.hasOfflineAdvisor { return try readOfflineAdvisor(contents) }
    add(reader.yield, of: contents)
  }

  /// Reads the lens that assessment.yaml names.
  ///
  /// What cannot be judged stops the run; what AWS would refuse is a warning, or a failure where
  /// lenses are checked.
  private mutating func readOwnLens(_ contents: FileContents) throws(Rejection) {
    let file: LensFile
    do {
      file = try LensFile(contents.text, name: contents.name)
    } catch {
      throw Rejection(problems: [error])
    }
    guard let lens = file.usableLens else {
      throw Rejection(problems: context.request.checksLenses ? file.violations : file.obstacles)
    }
    var yield = FileYield()
    yield.ownLens = lens
    yield.add(file)
    yield.describe("it asks the questions of this assessment")
    if !context.request.checksLenses {
      for problem in file.violations { yield.warn(problem, file: contents.name) }
    }
    add(yield, of: contents)
  }

  /// Reads the logo that assessment.yaml names.
  private mutating func readLogo(_ contents: FileContents) {
    do throws(FileProblem) {
      let bytes = contents.text.withBytes { bytes in bytes.indices.map { bytes[$0] } }
      let logo = try LogoFile.read(bytes)
      var yield = FileYield(kind: "logo (\(logo.kind.rawValue.uppercased()))")
      yield.logo = logo
      yield.describe("it is shown in the report, and proves nothing")
      add(yield, of: contents)
    } catch {
      reject(contents, [error], isSkippable: false)
    }
  }

  private mutating func readAnswers(_ contents: FileContents) throws(Rejection) {
    let root = try yaml(contents)
    let file = OfflineAnswersFile(root, file: nextFile)
    guard file.problems.all.isEmpty else { throw Rejection(problems: file.problems.all) }
    var yield = FileYield(kind: "offline answers")
    for answer in file.answers {
      _ = yield.nextRecord()
      yield.offlineAnswers.append(answer)
    }
    add(yield, of: contents)
  }

  /// Reads results that people copied from the console; the one account of the scope is theirs
  /// where nothing else tells it.
  private mutating func readOfflineAdvisor(_ contents: FileContents) throws(Rejection) {
    var placement = context.placement(of: contents.name)
    placement.account = placement.account ?? context.onlyAccount
    let reader = AdvisorReader(file: nextFile, name: contents.name, placement: placement)
    let file = OfflineAdvisorFile(
      try yaml(contents), reader: reader, known: context.request.advisorChecks)
    guard file.problems.all.isEmpty else { throw Rejection(problems: file.problems.all) }
    add(file.yield, of: contents)
  }

  private mutating func readExceptions(_ contents: FileContents) throws(Rejection) {
    let file = ExceptionsFile(try yaml(contents), objectives: context.objectives)
    guard file.problems.all.isEmpty else { throw Rejection(problems: file.problems.all) }
    var yield = FileYield(kind: "accepted risks (exceptions.yaml)")
    yield.exceptions = file.exceptions
    let count = file.exceptions.count
    yield.describe("\(count) accepted risk\(count == 1 ? "" : "s"), no evidence")
    add(yield, of: contents)
  }

  private mutating func readActions(_ contents: FileContents) throws(Rejection) {
    let file: ActionPlanFile
    do throws(FileProblem) {
      file = try ActionPlanFile(contents.text)
    } catch {
      throw Rejection(problems: [error])
    }
    guard file.problems.isEmpty else { throw Rejection(problems: file.problems) }
    var yield = FileYield(kind: "action plan (plan.csv)")
    yield.actions = file.entries
    let count = file.entries.count
    yield.describe("\(count) row\(count == 1 ? "" : "s") of work, no evidence")
    if !file.unknownColumns.isEmpty {
      let names = file.unknownColumns.prefix(5).joined(separator: ", ")
      yield.remark(
        .warning, "unknown-column", file: contents.name,
        "has columns that are not read and not in the new plan.csv: \(names)",
        remedy: "Keep what matters in the column note.")
    }
    add(yield, of: contents)
  }

  private func yaml(_ contents: FileContents) throws(Rejection) -> YAMLNode {
    do throws(FileProblem) {
      return try YAMLNode.parse(text: contents.text)
    } catch {
      throw Rejection(problems: [error])
    }
  }

  private mutating func readNote(
    _ contents: FileContents, _ subject: String
  ) throws(Rejection) {
    let text = try string(contents)
    let isKnown = subject == "summary" || context.objectives.contains(subject)
    var yield = FileYield(kind: isKnown ? "note about \(subject)" : "text, not evidence")
    if subject.uppercased() == "README" {
      // What the folder is for, not a note.
    } else if isKnown {
      yield.notes.append(Note(subject: subject, markdown: text, file: nextFile))
      yield.describe("it is shown in the report, and proves nothing")
    } else {
      yield.remark(
        .warning, "unknown-note", file: contents.name,
        "there is no objective \(subject), so this note is not shown",
        remedy: "Name it summary.md or after an objective, such as so-3.md.")
    }
    add(yield, of: contents)
  }

  private mutating func readText(_ contents: FileContents) throws(Rejection) {
    if let csv = ProwlerCSVFile(contents.text, name: contents.name) {
      return try readProwler(csv, contents)
    }
    let text = try string(contents)
    if PlainText.isOfflineAdvisor(text) { return try readOfflineAdvisor(contents) }
    if PlainText.isOfflineAnswers(text) { return try readAnswers(contents) }
    if contents.claimsPacking, contents.packing == nil {
      throw Rejection(problems: [
        FileProblem(
          "damaged-archive", at: .byte(offset: 0, line: 1, column: 1),
          "it is named as an archive, and holds text that is no evidence",
          remedy: "Export or download it again.")
      ])
    }
    var yield = FileYield(kind: "text, not evidence")
    if contents.isGivenAlone {
      yield.remark(
        .warning, "no-evidence", file: contents.name, "is text, and no evidence is read from it")
    }
    let meant = MeantName(
      contents.name, hasAssessment: context.hasAssessment, objectives: context.objectives)
    if let meant {
      yield.remark(.warning, "misnamed", file: contents.name, meant.summary, remedy: meant.remedy)
    }
    add(yield, of: contents)
  }

  private mutating func readProwler(
    _ csv: ProwlerCSVFile, _ contents: FileContents
  ) throws(Rejection) {
    do throws(FileProblem) {
      let yield = try csv.read(
        into: &decoder, file: nextFile, placement: context.placement(of: contents.name))
      add(yield, of: contents)
    } catch {
      throw Rejection(problems: [error])
    }
  }

  private func string(_ contents: FileContents) throws(Rejection) -> String {
    do throws(FileProblem) {
      return try FileText(contents.text).string()
    } catch {
      throw Rejection(problems: [error])
    }
  }
}
