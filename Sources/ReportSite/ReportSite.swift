package import AssessmentModel

/// The pages of a report, written one after another.
///
///     try ReportSite(assessment, files: files, version: "0.1.0", digest: digest)
///       .write { path, bytes in try publication.write(path, bytes) }
package struct ReportSite {
  private let report: Report
  private let frame: PageFrame
  private let composer: ObjectiveComposer

  /// Prepares the pages; throws when a template cannot be read as Mustache.
  package init(
    _ assessment: Assessment, templates: SiteTemplates, version: String, digest: String
  ) throws(TemplateError) {
    report = Report(assessment, version: version, digest: digest)
    frame = PageFrame(report: report, template: try PageTemplate("page.mustache", templates.page))
    composer = ObjectiveComposer(
      report: report, template: try PageTemplate("objective.md.mustache", templates.objective))
  }

  /// Gives each file of the site, but manifest.json and the assets, to `emit`.
  package func write<Failure: Error>(
    _ emit: (_ path: String, _ text: String) throws(Failure) -> Void
  ) throws(Failure) {
    func put(_ page: Page) throws(Failure) { try emit(page.path, frame.html(of: page)) }
    try put(IndexPage(report: report).page)
    for result in report.assessment.objectives {
      let document = composer.document(for: result)
      try emit(SiteMap.path(.objectiveMarkdown(result.objective.id)), document)
      try put(ObjectivePage(report: report, result: result, document: document).page)
    }
    for item in report.checks {
      for page in CheckPage(report: report, item: item).pages { try put(page) }
    }
    for index in report.accounts.indices {
      for page in AccountPage(report: report, number: index).pages { try put(page) }
    }
    for page in AccountsPage(report: report).pages { try put(page) }
    for page in FindingsPage(report: report).pages { try put(page) }
    for page in QuestionsPage(report: report).pages { try put(page) }
    for page in ExceptionsPage(report: report).pages { try put(page) }
    for page in SourcesPage(report: report).pages { try put(page) }
    try put(GapsPage(report: report).page)
    for page in OtherFindingsPage(report: report).pages { try put(page) }
    for standard in StandardPage.standards(of: report.catalogue) {
      try put(StandardPage(report: report, standard: standard).page)
    }
    try emit(SiteMap.path(.reportJSON), ReportJSON(report: report).text)
    try emit(SiteMap.path(.findingsCSV), FindingsCSV(report: report).text)
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
