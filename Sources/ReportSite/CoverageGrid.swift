import AssessmentModel

/// Coverage as a picture: sources and accounts by regions, a symbol and a count a cell.
struct CoverageGrid {
  let report: Report
  let map: SiteMap

  private var coverage: Coverage { report.coverage }

  /// Regions of the scope and of the results, each once, in their order; what names no region last.
  private var regions: [StringID] {
    let scope = report.assessment.scope.accounts.flatMap(\.regions)
    let named = Set(scope + coverage.places.keys.map(\.region).filter { !$0.isNone })
    let sorted = named.sorted {
      report.text($0).utf8.lexicographicallyPrecedes(report.text($1).utf8)
    }
    let hasWhole = coverage.places.keys.contains { $0.region.isNone }
    return sorted + (hasWhole ? [.none] : [])
  }

  /// Two rows or more an account: one for each source of which there is anything.
  func rows(of accounts: some Sequence<AssessedScope.Account>) -> [HTML] {
    let regions = regions
    return accounts.flatMap { account in
      coverage.sources.enumerated().map { number, source in
        row(account, source, isFirst: number == 0, regions)
      }
    }
  }

  /// The table around rows, with what its symbols mean.
  func table(_ rows: HTML, label: String) -> HTML {
    let headings = HTML(
      regions.map { "<th scope=\"col\" class=\"h\">\(Self.heading(report, $0))</th>" as HTML })
    return """
      <div class="tw" tabindex="0" role="region" aria-label="\(label)"><table class="grid cov">\
      <caption class="vh">\(label)</caption><thead><tr><th scope="col">Account and source</th>\
      \(headings)</tr></thead><tbody>\(rows)</tbody></table></div><ul class="legend">\
      <li>\(Self.symbol("sq", "reach"))results</li>\
      <li>\(Self.symbol("sqo", "med"))only results older than \
      \(Count.of(report.assessment.evidence.staleAfter, "day"))</li>\
      <li>\(Self.symbol("dash", "none"))nothing, so not known</li>\
      <li><span class="muted">·</span> not in scope, nothing there</li></ul>
      """
  }

  /// A region that may break after its hyphens, so that columns stay narrow.
  private static func heading(_ report: Report, _ region: StringID) -> HTML {
    if region.isNone { return "whole account" }
    let parts = report.region(region).split(separator: "-", omittingEmptySubsequences: false)
    return HTML(parts.map { "\($0)" as HTML }, separator: "-<wbr>")
  }

  private static func symbol(_ name: String, _ style: String) -> HTML {
    """
    <span class="st \(style)"><svg class="g" aria-hidden="true"><use href="#\(name)"/></svg></span>
    """
  }

  private func row(
    _ account: AssessedScope.Account, _ source: Source, isFirst: Bool, _ regions: [StringID]
  ) -> HTML {
    let id = report.text(account.id)
    let name: HTML =
      map.page == SiteMap.path(.account(id))
      ? ""
      : isFirst
        ? "<a href=\"\(map.link(.account(id)))\">\(report.name(of: account.id))</a> "
        : "<span class=\"vh\">\(report.name(of: account.id)) </span>"
    let cells = HTML(regions.map { cell(account, source, $0) })
    let style: HTML = isFirst ? " class=\"first\"" : ""
    return """
      <tr\(style)><th scope="row">\(name)<span class="small muted">\(source.name)</span></th>\(cells)</tr>
      """
  }

  private func cell(
    _ account: AssessedScope.Account, _ source: Source, _ region: StringID
  ) -> HTML {
    guard let reach = coverage.reach(source, account.id, region) else {
      return isWanted(account, source, region)
        ? "<td class=\"h\">\(Self.symbol("dash", "none"))<span class=\"vh\">nothing</span></td>"
        : "<td class=\"h\"><span class=\"muted\" aria-hidden=\"true\">·</span></td>"
    }
    let count = Count.grouped(reach.count)
    guard let days = coverage.staleDays(reach) else {
      return "<td class=\"h\">\(Self.symbol("sq", "reach"))<b>\(count)</b></td>"
    }
    return """
      <td class="h">\(Self.symbol("sqo", "med"))<b>\(count)</b><span class="small nowrap">\(days) d old</span></td>
      """
  }

  /// Whether a result is missed: Trusted Advisor looks at the whole account, and names a region
  /// only where it flags something; the others look at regions.
  private func isWanted(
    _ account: AssessedScope.Account, _ source: Source, _ region: StringID
  ) -> Bool {
    if source == .trustedAdvisor {
      return region.isNone && coverage.reach(source, account.id) == nil
    }
    return account.regions.contains(region)
  }
}
