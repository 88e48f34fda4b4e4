import AssessmentModel

/// What many findings share, for the explorer: `data/findings.js`.
struct FindingsDictionary {
  let data: FindingsData

  private var report: Report { data.report }
  private var catalogue: Catalogue { report.catalogue }
  /// Links are those of the page that loads the data.
  private let map = SiteMap(page: SiteMap.path(.findings))

  init(data: FindingsData) { self.data = data }

  var json: JSONOutput {
    .object([
      ("format", 1),
      ("findings", .number(report.findings.count)),
      ("parts", .list(data.parts.map { .number($0.count) })),
      ("asOf", .number(Int(report.assessment.asOf.seconds))),
      ("severities", .list(Severity.allCases.map(severity))),
      ("states", .list(Finding.State.allCases.map { .texts([$0.word, $0.status(.high).word]) })),
      ("sources", .texts(Source.allCases.map(\.name))),
      ("objectives", .list(catalogue.objectives.map(objective))),
      ("standards", .list(standards.map(standard))),
      ("checks", .list(catalogue.checks.map(check))),
      ("accounts", .list(data.accounts.map(account))),
      ("regions", .texts(data.regions.map { report.text($0) })),
      ("exceptions", .list(report.assessment.evidence.exceptions.indices.map(exception))),
    ])
  }

  private func severity(_ severity: Severity) -> JSONOutput {
    .texts([severity.word, severity.title, severity.style])
  }

  /// Id, label, title and page.
  private func objective(_ objective: Objective) -> JSONOutput {
    .texts([objective.id, objective.label, objective.title, map.link(.objective(objective.id))])
  }

  /// The short names of all standards that checks name, each once, those of the catalogue first.
  private var standards: [String] {
    var seen: Set<String> = []
    let named = catalogue.checks.flatMap { $0.standards + $0.requirements.map(\.standard) }
    return (catalogue.standards.map(\.name).filter(named.contains) + named.sorted())
      .filter { seen.insert($0).inserted }
  }

  /// Short name, and the page where there is one.
  private func standard(_ name: String) -> JSONOutput {
    let hasPage = StandardPage.standards(of: catalogue).contains { $0.name == name }
    return .texts([name, hasPage ? map.link(.standard(name)) : ""])
  }

  /// Members that would be empty are left out.
  private func check(_ check: Check) -> JSONOutput {
    let objectives = catalogue.objectives(claiming: check.id).map(\.id)
    var members: [(String, JSONOutput)] = [
      ("id", .text(check.id)), ("title", .text(check.title)),
      ("service", .text(service(of: check))),
      ("link", .text(map.link(.check(check.id)))),
    ]
    if !objectives.isEmpty { members.append(("objectives", .texts(objectives))) }
    if !check.standards.isEmpty { members.append(("standards", .texts(check.standards))) }
    if !check.requirements.isEmpty {
      members.append(
        (
          "requirements",
          .list(check.requirements.map { .list([.text($0.standard), .texts($0.numbers)]) })
        ))
    }
    if let remediation = check.remediation {
      members.append(("remediation", .text(remediation)))
      if SiteMap.external(remediation) != nil { members.append(("isSafe", .flag(true))) }
    }
    return .object(members)
  }

  /// What stands before the full stop of the id, such as `EC2`.
  private func service(of check: Check) -> String {
    if check.leavesSeverityToRows { return Source.trustedAdvisor.name }
    return String(check.id.prefix { $0 != "." })
  }

  /// Id, name, owner and page.
  private func account(_ id: StringID) -> JSONOutput {
    let details = report.assessment.details(of: id)
    let link = id.isNone ? "" : map.link(.account(report.text(id)))
    return .texts([report.text(id), details.name ?? "", details.owner ?? "", link])
  }

  /// Id and place on its page.
  private func exception(_ number: Int) -> JSONOutput {
    .texts([
      report.assessment.evidence.exceptions[number].id, report.link(toException: number, on: map),
    ])
  }
}
