import AssessmentInput
import AssessmentModel
import Catalogue
import EmbeddedFiles
import Publication
import ReportSite

/// One run from evidence files to a published site: start reading here.
///
/// Each stage is one line of `run`; a breakpoint at each shows the same finding on its way.
struct ReportRun {
  let request: EvidenceRequest
  let disk: FileAccess
  let outputs: ReportOutputs.Paths
  let asOf: Instant?
  let templates: String?
  let assets: String?
  let console: Console
  /// Measures the stages; nil when nobody asks.
  var clock: StageClock?

  /// What a run came to.
  struct Result {
    let assessment: Assessment
    let written: ReportOutputs.Written
  }

  /// Reads, merges, judges, composes and publishes; on failure the output stays as it was.
  func run() throws(RunFailure) -> Result {
    defer { console.endProgress() }
    let files = try files()
    let catalogue = try catalogue(files)
    clock?.end(.prepare)
    let evidence = try evidence(for: catalogue)
    clock?.end(.read)
    let assessment = try assessment(of: evidence, by: catalogue)
    clock?.end(.judge)
    let digest = digest(of: assessment)
    let site = try site(of: assessment, with: files, digest: digest)
    return try publish(site, of: assessment, with: files, digest: digest)
  }

  // MARK: Stages

  /// The project's templates and assets, with the user's laid over them.
  private func files() throws(RunFailure) -> FileSet {
    try FileSet.overlaid(templates: templates, assets: assets)
  }

  /// Objectives, checks and questions.
  private func catalogue(_ files: FileSet) throws(RunFailure) -> AssessmentModel.Catalogue {
    try FileSet.catalogue(of: files)
  }

  /// Reads and normalises every file; each bad one is named before the run stops.
  private func evidence(
    for catalogue: AssessmentModel.Catalogue
  ) throws(RunFailure) -> Evidence {
    console.progress("Reading evidence")
    var request = request
    request.advisorChecks = catalogue.advisorChecks
    let result = EvidenceReader.read(
      request, disk: disk, objectives: catalogue.objectives.map(\.id),
      generatorIDs: catalogue.generatorIDs)
    guard result.failures.isEmpty else { throw RunFailure(reading: result) }
    return result.evidence
  }

  /// Merges records into findings and judges them.
  private func assessment(
    of evidence: Evidence, by catalogue: AssessmentModel.Catalogue
  ) throws(RunFailure) -> Assessment {
    console.progress("Judging")
    do throws(Assessment.Failure) {
      return try Assessment(
        evidence, catalogue: catalogue, asOf: asOf, whenMerged: { clock?.end(.merge) })
    } catch {
      throw RunFailure(
        .noInput, "no-time", "nothing in the evidence has a date, so nothing can be judged",
        remedy: "Give the moment of the assessment: --as-of 2026-01-31.")
    }
  }

  /// Prepares the pages.
  private func site(
    of assessment: Assessment, with files: FileSet, digest: String
  ) throws(RunFailure) -> ReportSite {
    let templates = SiteTemplates(
      page: files.text("templates/pages/page.mustache") ?? "",
      objective: files.text("templates/pages/objective.md.mustache") ?? "")
    do {
      return try ReportSite(
        assessment, templates: templates, version: Version.current, digest: digest)
    } catch {
      throw RunFailure(.invalid, "bad-template", error.description)
    }
  }

  /// Writes every page beside the output and puts the whole in its place at once.
  private func publish(
    _ site: ReportSite, of assessment: Assessment, with files: FileSet, digest: String
  ) throws(RunFailure) -> Result {
    console.progress("Writing pages")
    let assets = files.paths(below: "assets/").map { (path: $0, bytes: files[$0] ?? []) }
    let single = try singleFile(of: site, with: files, assets: site.assets(assets))
    do {
      let isSite = outputs.isSite
      let outputs = try ReportOutputs(outputs)
      if isSite {
        try site.write { (file) throws(PublicationError) in try write(file, to: outputs) }
        for (path, bytes) in site.assets(assets) {
          try outputs.write(path, CollectionOfOne(bytes))
        }
      }
      clock?.end(.compose)
      let manifest = Manifest(
        version: Version.current, inputsDigest: digest,
        inputs: assessment.evidence.files.map {
          Manifest.Input(file: $0.name, sha256: $0.sha256, bytes: $0.bytes)
        })
      let written = try outputs.commit(manifest, single: single)
      clock?.end(.publish)
      return Result(assessment: assessment, written: written)
    } catch {
      throw RunFailure(publishing: error)
    }
  }

  /// All pages in one file; nil when nobody asks for it.
  private func singleFile(
    of site: ReportSite, with files: FileSet, assets: [(path: String, bytes: [UInt8])]
  ) throws(RunFailure) -> SingleFile? {
    guard outputs.singleFile != nil else { return nil }
    func bytes(_ name: String) -> [UInt8] { assets.first { $0.path == name }?.bytes ?? [] }
    func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }
    do throws(TemplateError) {
      return try site.singleFile(
        SingleFile.Assets(
          styles: [
            text("assets/site.css"), files.text("templates/pages/single-file.css") ?? "",
          ], script: text("assets/site.js"), icon: bytes("assets/icon.svg")))
    } catch {
      throw RunFailure(.invalid, "bad-template", error.description)
    }
  }

  /// Writes a file, whose pieces are made as they are asked for: pages are composed by then and are
  /// rendered now, data files are composed now.
  private func write(
    _ file: SiteFile, to outputs: ReportOutputs
  ) throws(PublicationError) {
    guard let clock else { return try outputs.write(file.path, file.pieces) }
    let maker: Stage = file.path.hasSuffix(".html") ? .render : .compose
    try clock.writing(file.pieces, madeBy: maker) { (pieces) throws(PublicationError) in
      try outputs.write(file.path, pieces)
    }
  }

  /// A digest of inputs, catalogue, moment and version.
  private func digest(of assessment: Assessment) -> String {
    var text = ""
    for part in [Version.current, assessment.catalogue.digest, assessment.asOf.rfc3339] {
      text += part + "\n"
    }
    for file in assessment.evidence.files { text += file.sha256 + " " + file.name + "\n" }
    for diagnostic in assessment.evidence.rejectedFiles { text += diagnostic.line + "\n" }
    return Digest.sha256Hex(of: CollectionOfOne(Array(text.utf8)))
  }
}

extension RunFailure {
  /// The failure that unreadable or invalid files make.
  init(reading result: ReadResult) {
    let codes = result.failures.compactMap { Exit(rawValue: $0.reason.rawValue) }
    self.init(
      Exit.first(of: codes) ?? .invalid,
      result.failures.map(\.diagnostic) + result.evidence.diagnostics,
      malformed: result.evidence.malformed)
  }

  /// The failure that an output that cannot be written makes.
  init(publishing error: PublicationError) {
    self.init(
      Exit(rawValue: error.exitCode.rawValue) ?? .inputOutput, "output", error.description)
  }
}

extension FileSet {
  /// The embedded files with a user's folders laid over them.
  static func overlaid(templates: String?, assets: String?) throws(RunFailure) -> FileSet {
    do {
      return try FileSet(templates: templates, assets: assets)
    } catch {
      let exit: Exit = error.reason == .missing ? .noInput : .inputOutput
      throw RunFailure(exit, "templates", error.description)
    }
  }

  /// The catalogue that the files hold.
  static func catalogue(of files: FileSet) throws(RunFailure) -> AssessmentModel.Catalogue {
    do {
      return try CatalogueFiles.load(files)
    } catch {
      throw RunFailure(.invalid, "catalogue", error.description)
    }
  }
}
