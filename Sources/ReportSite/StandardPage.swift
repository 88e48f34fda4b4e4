import AssessmentModel

/// What the report's checks say about one standard: the requirements that they map to.
struct StandardPage {
  let report: Report
  let standard: Catalogue.Standard

  private var path: String { SiteMap.path(.standard(standard.name)) }
  private var map: SiteMap { SiteMap(page: path) }

  /// A requirement and the checks that serve it.
  private struct Requirement {
    let number: String
    var checks: [Int]
  }

  /// The standards that have a page: AWS's own and each version of CIS.
  static func standards(of catalogue: Catalogue) -> [Catalogue.Standard] {
    catalogue.standards.filter { $0.name.hasPrefix("FSBP") || $0.name.hasPrefix("CIS") }
  }

  /// `text`, linked to the page of the standard of that short name where it has one.
  static func link(_ text: String, to name: String, in catalogue: Catalogue, map: SiteMap) -> HTML {
    standards(of: catalogue).contains { $0.name == name }
      ? "<a href=\"\(map.link(.standard(name)))\">\(text)</a>" : "\(text)"
  }

  var page: Page {
    Page(
      path: path, title: standard.title, place: standard.name, current: .standard(standard.name),
      content: head + table)
  }

  private var requirements: [Requirement] {
    var byNumber: [String: [Int]] = [:]
    for (index, check) in report.catalogue.checks.enumerated() {
      for number in numbers(of: check) { byNumber[number, default: []].append(index) }
    }
    return byNumber.map { Requirement(number: $0.key, checks: $0.value) }
      .sorted { Self.key($0.number).lexicographicallyPrecedes(Self.key($1.number)) }
  }

  /// The requirement numbers of a check; AWS's own standard numbers its requirements by checks.
  private func numbers(of check: Check) -> [String] {
    let own = check.requirements.filter { $0.standard == standard.name }.flatMap(\.numbers)
    if !own.isEmpty || standard.name.hasPrefix("CIS") { return own }
    return check.standards.contains(standard.name) ? [check.id] : []
  }

  /// Numbers of a requirement compare as numbers: 1.2 before 1.10.
  private static func key(_ number: String) -> [String] {
    number.split(separator: ".").map { part in
      String(repeating: "0", count: max(0, 6 - part.count)) + part
    }
  }

  private var head: HTML {
    let all = requirements
    let failing = all.count { requirement in
      requirement.checks.contains { report.checks[$0].verdict == .failed }
    }
    return """
      <h1>\(standard.title)</h1><p class="lede">\(Count.of(all.count, "requirement")) of this standard \
      \(all.count == 1 ? "is" : "are") served by checks of this report; \(failing) \
      \(failing == 1 ? "fails" : "fail").</p><div class="note"><p>This is no assessment of the whole \
      standard. It lists only the requirements that checks of the objectives map to, with what these \
      checks found.</p></div>
      """
  }

  private var table: HTML {
    let rows = requirements.flatMap { requirement in
      requirement.checks.map { index -> [HTML] in
        let check = report.catalogue.checks[index]
        let item = report.checks[index]
        return [
          "\(requirement.number)",
          "<a href=\"\(map.link(.check(check.id)))\">\(check.id)</a> \(check.title)",
          Badge.severity(report.severity(of: item)),
          Badge.status(item.verdict.status(report.severity(of: item))),
          "\(PlaceWords.sentence(item.places))",
        ]
      }
    }
    return Table(
      label: "Requirements and checks",
      columns: [
        .init("Requirement"), .init("Check"), .init("Severity"), .init("Verdict"), .init("Places"),
      ], rows: rows
    ).html
  }
}
