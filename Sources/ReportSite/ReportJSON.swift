import AssessmentModel

/// report.json: the report for programs (docs/report-json.md).
struct ReportJSON {
  let report: Report

  private var assessment: Assessment { report.assessment }

  var text: String {
    let body = JSONOutput.object([
      ("schemaVersion", 1),
      (
        "generator",
        .object([("name", "so-report"), ("version", .text(report.version))])
      ),
      ("asOf", .text(assessment.asOf.rfc3339)),
      ("catalogue", .text(report.catalogue.digest)),
      ("warnings", .texts((report.warnings + assessment.evidence.rejectedFiles).map(\.line))),
      ("objectives", .list(assessment.objectives.map(objective))),
      ("checks", .list(report.checks.map(check))),
      ("questions", .list(assessment.questions.map(question))),
      ("contradictions", .list(assessment.contradictions.map(contradiction))),
      ("ambiguous", .list(assessment.merged.ambiguous.map(ambiguous))),
      ("exceptions", .list(assessment.exceptions.map(exception))),
      ("accounts", .list(report.accounts.map(account))),
      ("unseenAccounts", .list(assessment.unseenMembers.map(unseen))),
      ("open", findings { $0 == .failed }),
      ("unknown", findings { $0 == .unknown }),
      ("excepted", findings { $0 == .excepted || $0 == .suppressed }),
      ("places", .list(assessment.places.flatMap { $0.map(place) })),
      ("reconciliation", reconciliation),
      ("sources", .list(assessment.evidence.files.map(source))),
    ])
    var text = ""
    body.write(into: &text, depth: 2)
    return text + "\n"
  }

  private func objective(_ result: ObjectiveResult) -> JSONOutput {
    let known = result.counts.known
    let score = result.counts.score.map {
      JSONOutput.object([("proven", .share($0.proven)), ("possible", .share($0.possible))])
    }
    let distance = result.distance.map {
      JSONOutput.object([
        ("next", .text($0.next.word)), ("findings", .number($0.findings)),
        ("questions", .number($0.questions)), ("ambiguous", .number($0.ambiguous)),
      ])
    }
    let because = result.because.map {
      JSONOutput.object([("rule", .text($0.rule.rawValue)), ("ref", .text($0.reference))])
    }
    return .object([
      ("id", .text(result.objective.id)), ("title", .text(result.objective.title)),
      ("verdict", .text(result.verdict.word)), ("rule", .text(result.rule.rawValue)),
      ("known", .object([("n", .number(known.count)), ("of", .number(known.of))])),
      ("score", score ?? .null), ("because", .list(because)), ("distance", distance ?? .null),
    ])
  }

  private func check(_ item: CheckItem) -> JSONOutput {
    let check = report.catalogue.checks[item.check]
    let findings = assessment.merged.findings(ofCheck: item.check)
    func count(_ state: Finding.State) -> JSONOutput {
      .number(findings.count { $0.state == state })
    }
    let hub = assessment.securityHub[item.check].map { status in
      JSONOutput.object([
        ("status", .text(status.rawValue)),
        ("why", .optional(SecurityHubWords.difference(item.verdict, status))),
      ])
    }
    let places = item.places
    return .object([
      ("id", .text(check.id)), ("title", .text(check.title)),
      ("verdict", .text(item.verdict.word)), ("severity", .text(check.severity.word)),
      ("objectives", .texts(report.catalogue.objectives(claiming: check.id).map(\.id))),
      (
        "places",
        .object([
          ("failed", .number(places.failed)), ("excepted", .number(places.excepted)),
          ("unknown", .number(places.unknown)), ("passed", .number(places.passed)),
          ("implied", .number(places.implied)), ("noData", .number(places.noData)),
          ("notCovered", .number(places.notCovered)),
        ])
      ),
      (
        "findings",
        .object([
          ("open", count(.failed)), ("passed", count(.passed)), ("unknown", count(.unknown)),
          ("suppressed", count(.suppressed)), ("excepted", count(.excepted)),
        ])
      ),
      ("securityHub", hub ?? .null),
    ])
  }

  private func question(_ result: QuestionResult) -> JSONOutput {
    .object([
      ("id", .text(result.question.id)),
      ("objective", .optional(result.objective.isEmpty ? nil : result.objective)),
      ("verdict", .text(result.verdict.word)), ("risk", .optional(result.risk?.word)),
      ("contradicted", .flag(result.isContradicted)),
      ("accounts", .list(AnswerGroup.groups(of: result).map(answer))),
    ])
  }

  private func answer(_ group: AnswerGroup) -> JSONOutput {
    let answer = group.answer.map { assessment.evidence.answers[$0] }
    let riskFrom = group.risk.map { _ in group.riskIsFromAPI ? "tool" : "lens" }
    return .object([
      ("accounts", .texts(ids(of: group.accounts))),
      ("verdict", .text(group.verdict.word)), ("risk", .optional(group.risk?.word)),
      ("riskFrom", .optional(riskFrom)),
      ("choices", .texts(answer?.choices ?? [])),
      ("date", .optional(answer?.date?.rfc3339)),
      ("validUntil", .optional(answer?.validUntil?.rfc3339)),
    ])
  }

  /// Account ids; none for what no account bears, such as answers without any evidence.
  private func ids(of accounts: [StringID]) -> [String] {
    accounts.filter { !$0.isNone }.map { report.text($0) }
  }

  private func contradiction(_ item: Contradiction) -> JSONOutput {
    .object([
      ("kind", .text(item.kind.rawValue)), ("question", .text(item.question)),
      ("choice", .text(item.choice)), ("check", .text(item.check)),
      ("accounts", .texts(ids(of: item.accounts))),
      ("excepted", .flag(item.isExcepted)),
    ])
  }

  private func ambiguous(_ record: AmbiguousRecord) -> JSONOutput {
    let status =
      switch record.result {
      case .failed: "failed"
      case .setAside: "suppressed"
      case .unknown: "unknown"
      case .passed: "passed"
      }
    return .object([
      (
        "candidates",
        .texts(
          (record.candidates.isEmpty ? record.all : record.candidates).map {
            report.catalogue.checks[$0].id
          })
      ),
      ("account", .text(report.text(record.account))),
      ("region", region(record.region)), ("status", .text(status)),
    ])
  }

  private func exception(_ result: ExceptionResult) -> JSONOutput {
    .object([
      ("id", .text(result.exception.id)), ("state", .text(result.state.rawValue)),
      ("until", .text(result.exception.until.day)),
      (
        "covers",
        .texts(result.findings.map { assessment.citation(of: report.findings[$0]) })
      ),
    ])
  }

  private func account(
    _ entry: (account: AssessedScope.Account, results: [ObjectiveResult])
  ) -> JSONOutput {
    .object([
      ("id", .text(report.text(entry.account.id))),
      ("name", .optional(assessment.details(of: entry.account.id).name)),
      (
        "objectives",
        .object(entry.results.map { ($0.objective.id, .text($0.verdict.word)) })
      ),
    ])
  }

  private func unseen(_ account: AccountDetails) -> JSONOutput {
    .object([
      ("id", .text(account.id)), ("name", .optional(account.name)),
      ("unit", .optional(account.unit)), ("state", .optional(account.state?.word)),
    ])
  }

  private func findings(_ isWanted: (Finding.State) -> Bool) -> JSONOutput {
    .list(
      report.findings.filter { isWanted($0.state) }.map { finding in
        let by: String? =
          switch finding.state {
          case .excepted: "exception"
          case .suppressed: "source"
          default: nil
          }
        return .object([
          ("id", .text(assessment.citation(of: finding))),
          ("check", .text(report.catalogue.checks[finding.check].id)),
          ("account", .text(report.text(finding.account))),
          ("region", region(finding.region)),
          ("resource", .text(report.text(finding.resource))),
          ("since", .optional(assessment.since(finding)?.rfc3339)), ("by", .optional(by)),
        ])
      })
  }

  /// The region, or null where no record names one.
  private func region(_ id: StringID) -> JSONOutput { id.isNone ? .null : .text(report.text(id)) }

  private func place(_ place: Place) -> JSONOutput {
    .object([
      ("check", .text(report.catalogue.checks[place.key.check].id)),
      ("account", .text(report.text(place.key.account))),
      ("region", region(place.key.region)), ("state", .text(place.state.word)),
    ])
  }

  private var reconciliation: JSONOutput {
    let counts = assessment.reconciliation
    return .object([
      ("records", .number(counts.records)),
      (
        "outcomes",
        .object(Outcome.allCases.map { ($0.word, .number(counts.outcomes[$0] ?? 0)) })
      ),
      ("expanded", .number(counts.expanded)), ("unique", .number(counts.unique)),
    ])
  }

  private func source(_ file: EvidenceFile) -> JSONOutput {
    .object([
      ("file", .text(file.name)), ("sha256", .text(file.sha256)), ("kind", .text(file.kind)),
      ("records", .number(file.records)),
    ])
  }
}
