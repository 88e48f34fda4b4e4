package import AssessmentModel
import Parallel
import Synchronization

/// The pages of a report, composed on all cores and given away one after another.
///
///     try ReportSite(assessment, templates: templates, version: "0.1.0", digest: digest)
///       .write { file in try publication.write(file.path, file.pieces) }
package struct ReportSite: Sendable {
  private let report: Report
  private let frame: PageFrame
  private let composer: ObjectiveComposer
  private let lists: FindingLists
  /// Rows of findings on pages of the site's root, and of the folders in it.
  private var rows: (atRoot: FindingRows, below: FindingRows)

  /// Prepares the pages; throws when a template cannot be read as Mustache.
  package init(
    _ assessment: Assessment, templates: SiteTemplates, version: String, digest: String
  ) throws(TemplateError) {
    report = Report(assessment, version: version, digest: digest)
    frame = PageFrame(report: report, template: try PageTemplate("page.mustache", templates.page))
    composer = ObjectiveComposer(
      report: report, template: try PageTemplate("objective.md.mustache", templates.objective))
    rows = (
      FindingRows(report: report, map: SiteMap(page: "")),
      FindingRows(report: report, map: SiteMap(page: "checks/"))
    )
    lists = FindingLists(report, rows: rows.below)
  }

  /// Gives each file of the site, but manifest.json and the assets, to `emit`.
  ///
  /// `emit` is called from several threads at once, in no certain order; the files are always the
  /// same. After a failure no further file is begun.
  package func write<Failure: Error>(
    _ emit: @escaping @Sendable (SiteFile) throws(Failure) -> Void
  ) throws(Failure) {
    let jobs = jobs
    try Parallel.forEach(jobs.count) { (number) throws(Failure) in
      for file in jobs[number]() { try emit(file) }
    }
  }

  /// The assets of the site: those given, and what the branding changes or adds.
  package func assets(
    _ assets: [(path: String, bytes: [UInt8])]
  ) -> [(path: String, bytes: [UInt8])] {
    Brand(branding: report.assessment.evidence.branding).assets(assets)
  }

  /// All pages in one file: with all findings, or with open ones only where it would be too large.
  ///
  /// Throws where the page template or the assets do not allow it.
  package func singleFile(
    _ assets: SingleFile.Assets, limit: Int = SingleFile.limit
  ) throws(TemplateError) -> SingleFile {
    if let problem = assets.problem {
      throw TemplateError(file: "single-file.css", message: problem)
    }
    let file = try SingleFile(
      SingleFile.order(allPages), frame: frame, report: report, assets: assets, leftOut: 0)
    if file.byteCount <= limit { return file }
    var site = self
    (site.rows.atRoot.isOpenOnly, site.rows.below.isOpenOnly) = (true, true)
    return try SingleFile(
      SingleFile.order(site.allPages.filter(hasOpenFindings)), frame: frame, report: report,
      assets: assets, leftOut: report.findings.count { $0.state != .failed })
  }

  /// Every page, composed and not yet framed.
  private var allPages: [Page] {
    let pages = Mutex<[Page]>([])
    write { file in pages.withLock { $0 += [file.page].compactMap(\.self) } }
    return pages.withLock { $0 }
  }

  /// Whether a page is something else than the end of the list of all findings, behind open ones.
  private func hasOpenFindings(_ page: Page) -> Bool {
    let open = report.findings.count { $0.state == .failed }
    let last = lists.all.pageNumber(ofPosition: max(0, open - 1))
    return last == lists.all.pageCount
      || !(last + 1...lists.all.pageCount).contains {
        page.path == SiteMap.path(.findings, number: $0)
      }
  }

  /// A part of the work: files that are made one after the other.
  private typealias Job = @Sendable () -> [SiteFile]

  /// All jobs, the longest first, so that at the end no core waits long for another.
  private var jobs: [Job] {
    let explorer = FindingsData(report: report)
    let data: [Job] = [
      { [SiteFile(.findingsCSV, FindingsCSV(report: report).pieces)] },
      { [SiteFile(.planCSV, PlanCSV(report: report).pieces)] },
      { [SiteFile(.reportJSON, ReportJSON(report: report).pieces)] },
      {
        [SiteFile(.questionnaireData, CollectionOfOne(QuestionnaireData(report: report).bytes))]
      },
    ]
    let parts = explorer.parts.indices.map { number -> Job in
      { [explorer.part(number + 1)] }
    }
    return data + parts + [{ [explorer.shared] }] + objectives + singles + findings + checks
      + accounts + standards
  }

  private func pages(_ pages: @escaping @Sendable () -> [Page]) -> Job {
    { pages().map(file) }
  }

  /// The page, rendered when its pieces are asked for.
  private func file(_ page: Page) -> SiteFile {
    var file = SiteFile(page.path, CollectionOfOne(page).lazy.flatMap { frame.html(of: $0) })
    file.page = page
    return file
  }

  private var objectives: [Job] {
    report.assessment.objectives.map { result in
      {
        let document = composer.document(for: result)
        let page = ObjectivePage(report: report, result: result, document: document).page
        let markdown = SiteMap.Target.objectiveMarkdown(result.objective.id)
        let workpaper = WorkpaperPage(report: report, result: result).page
        return [SiteFile(markdown, [Array(document.utf8)]), file(page), file(workpaper)]
      }
    }
  }

  /// Pages that stand once in the site, with their further pages.
  private var singles: [Job] {
    [
      pages { [IndexPage(report: report, lists: lists).page] },
      pages { SourcesPage(report: report).pages },
      pages { OtherFindingsPage(report: report).pages },
      pages { QuestionsPage(report: report).pages },
      pages { ExceptionsPage(report: report).pages },
      pages { AccountsPage(report: report).pages },
      pages { PlanPage(report: report).pages },
      pages { [GapsPage(report: report).page] },
    ]
  }

  private var findings: [Job] {
    (1...lists.all.pageCount).map { number in
      pages {
        [FindingsPage(report: report, rows: rows.atRoot, list: lists.all).page(number)]
      }
    }
  }

  private var checks: [Job] {
    report.checks.flatMap { item in
      (1...lists.checks[item.check].pageCount).map { number in
        pages {
          [CheckPage(report: report, item: item, rows: rows.below, lists: lists).page(number)]
        }
      }
    }
  }

  private var accounts: [Job] {
    report.accounts.indices.map { number in
      pages {
        AccountPage(report: report, number: number, rows: rows.below, lists: lists).pages
      }
    }
  }

  private var standards: [Job] {
    StandardPage.standards(of: report.catalogue).map { standard in
      pages { [StandardPage(report: report, standard: standard).page] }
    }
  }
}

/// A file of the site.
package struct SiteFile {
  /// Below the site's root.
  package let path: String
  /// The bytes, made piece by piece as they are asked for.
  package let pieces: AnySequence<[UInt8]>
  /// What is in the frame; nil for what is no page.
  var page: Page?

  init(_ path: String, _ pieces: some Sequence<[UInt8]>) {
    self.path = path
    self.pieces = AnySequence(pieces)
  }

  init(_ target: SiteMap.Target, _ pieces: some Sequence<[UInt8]>) {
    self.init(SiteMap.path(target), pieces)
  }
}

/// The texts of the templates that pages are made with.
package struct SiteTemplates: Sendable {
  /// The frame of every HTML page.
  package let page: String
  /// The outline of an objective's Markdown document.
  package let objective: String

  package init(page: String, objective: String) {
    self.page = page
    self.objective = objective
  }
}
