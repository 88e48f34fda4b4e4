import AssessmentModel
import Publication
import ReportSite

/// One run from a published report to a ZIP with a part of it.
struct BundleRun {
  /// The folder of the report, and the ZIP.
  let site: String
  let output: String
  let choice: ExcerptScope.Choice
  /// The most bytes of the ZIP; nil for any.
  let limit: Int?
  let console: Console

  /// What was written.
  struct Result {
    let path: String
    let files: Int
    let findings: Int
    let bytes: Int
  }

  /// Compares the report with its manifest and writes the ZIP; on failure an earlier one stays.
  func run() throws(RunFailure) -> Result {
    defer { console.endProgress() }
    console.progress("Comparing the report with its manifest")
    let (site, archive) = try places()
    defer { archive.abandon() }
    let scope = try ExcerptScope(
      choice, files: Set(site.outputs.keys), unknown: { failure($0) },
      page: { (path) throws(RunFailure) in try contents(path, of: site) })
    console.progress("Writing the excerpt")
    let findings = try findings(of: scope, in: site)
    try pack(scope, of: site, findings: findings, into: archive)
    return try publish(archive, findings: findings.count, digest: site.manifest.inputsDigest)
  }

  /// The report, and the place of the ZIP, which is not in it.
  private func places() throws(RunFailure) -> (VerifiedSite, SiteArchive) {
    do throws(PublicationError) {
      let site = try VerifiedSite(site)
      let archive = try SiteArchive(output: output)
      guard archive.path.hasPrefix(site.path + "/") else { return (site, archive) }
      throw PublicationError(
        .cannotCreate, archive.path, "lies in the report's own folder; choose another")
    } catch {
      throw RunFailure(publishing: error)
    }
  }

  /// Packs all files but manifest.json.
  private func pack(
    _ scope: ExcerptScope, of site: VerifiedSite, findings: ExcerptFindings,
    into archive: SiteArchive
  ) throws(RunFailure) {
    let excerpt = try excerpt(of: scope, in: site)
    var titles: [String: HTML] = [:]
    for path in scope.paths where path.hasSuffix(".html") {
      titles[path] = excerpt.title(of: try contents(path, of: site))
    }
    for path in scope.paths {
      let bytes: [UInt8] =
        if path.hasSuffix(".html") {
          excerpt.page(path, try contents(path, of: site), titles: titles)
        } else if path.hasSuffix(".md") {
          excerpt.markdown(try contents(path, of: site))
        } else if path == "findings.csv" {
          findings.bytes
        } else {
          try contents(path, of: site)
        }
      archive.write(path, CollectionOfOne(bytes))
    }
    let files = archive.outputs.map { (path: $0.path, sha256: $0.sha256) }
    for (path, bytes) in excerpt.ownPages(files: files, findings: findings.count, titles: titles) {
      archive.write(path, CollectionOfOne(bytes))
    }
  }

  /// Refuses a ZIP that is too large, else puts it in its place.
  private func publish(
    _ archive: SiteArchive, findings: Int, digest: String
  ) throws(RunFailure) -> Result {
    let parts = Self.parts(of: archive)
    let files = archive.outputs.count + 1
    do throws(PublicationError) {
      // The evidence files of the whole report are no business of who gets a part of it.
      try archive.stage(
        manifest: Manifest(version: Version.current, inputsDigest: digest, inputs: []))
    } catch {
      throw RunFailure(publishing: error)
    }
    if let limit, archive.byteCount > limit {
      throw RunFailure(
        .cannotCreate, "too-large",
        "\(archive.path): the ZIP would have \(ByteCount.text(archive.byteCount)), more than "
          + "\(ByteCount.text(limit)). Its largest parts: \(parts)",
        remedy:
          "Name fewer checks with --check, or accounts with --account, which leave out rows of "
          + "findings.csv.")
    }
    do throws(PublicationError) {
      try archive.publish()
    } catch {
      throw RunFailure(publishing: error)
    }
    return Result(
      path: archive.path, files: files, findings: findings, bytes: archive.byteCount)
  }

  /// The largest parts of the ZIP, all pages of a list as one.
  private static func parts(of archive: SiteArchive) -> String {
    var sizes: [String: (pages: Int, bytes: Int)] = [:]
    for (path, bytes) in archive.largest(.max) {
      let name = path.split(separator: ".").first.map(String.init) ?? path
      let words = name.split(separator: "-")
      let isFurther = (words.last.flatMap { Int($0) } ?? 0) > 1 && words.count > 2
      let list = isFurther ? words.dropLast().joined(separator: "-") : name
      let part = path.hasPrefix("checks/") ? list + ".html" : path
      sizes[part, default: (0, 0)].pages += 1
      sizes[part, default: (0, 0)].bytes += bytes
    }
    return sizes.sorted { ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key) }.prefix(5)
      .map { part, size in
        let pages = size.pages > 1 ? " in \(size.pages) pages" : ""
        return "\(part)\(pages) (\(ByteCount.text(size.bytes)))"
      }
      .joined(separator: ", ")
  }

  // MARK: Reading

  private func excerpt(
    of scope: ExcerptScope, in site: VerifiedSite
  ) throws(RunFailure) -> Excerpt {
    let source = Excerpt.Source(
      files: site.outputs.mapValues(\.sha256), digest: site.manifest.inputsDigest,
      manifestDigest: site.digest, version: site.manifest.version)
    let index = try contents("index.html", of: site)
    var head: [UInt8] = []
    try read("report.json", of: site) { piece in
      for index in piece.indices where head.count < 4096 { head.append(piece[index]) }
    }
    do throws(ExcerptProblem) {
      return try Excerpt(of: scope, from: source, index: index, json: head)
    } catch {
      throw failure(error)
    }
  }

  private func findings(
    of scope: ExcerptScope, in site: VerifiedSite
  ) throws(RunFailure) -> ExcerptFindings {
    var findings = ExcerptFindings(scope)
    try read("findings.csv", of: site) { findings.append($0) }
    return findings
  }

  private func contents(_ path: String, of site: VerifiedSite) throws(RunFailure) -> [UInt8] {
    do throws(PublicationError) {
      return try site.contents(path)
    } catch {
      throw RunFailure(publishing: error)
    }
  }

  private func read(
    _ path: String, of site: VerifiedSite, _ body: (Span<UInt8>) -> Void
  ) throws(RunFailure) {
    do throws(PublicationError) {
      try site.read(path, body)
    } catch {
      throw RunFailure(publishing: error)
    }
  }

  private func failure(_ problem: ExcerptProblem) -> RunFailure {
    RunFailure(
      problem.reason == .unknownName ? .usage : .invalid, "bundle", "\(site): \(problem.summary)",
      remedy: problem.remedy)
  }
}
