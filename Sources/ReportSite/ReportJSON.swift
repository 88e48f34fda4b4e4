import AssessmentModel

/// report.json: the report for programs (docs/report-json.md).
struct ReportJSON: Sendable {
  let report: Report

  private var assessment: Assessment { report.assessment }

  /// The bytes of the file, piece by piece.
  var pieces: some Sequence<[UInt8]> {
    let lists = ReportJSONLists(report: report)
    let steps: [[@Sendable () -> [UInt8]]] = [
      [{ Self.bytes(of: head, first: true) }],
      lists.findings("open", [.failed]), lists.findings("unknown", [.unknown]),
      lists.findings("excepted", [.excepted, .suppressed]), lists.places("places"),
      [{ Self.bytes(of: [("reconciliation", reconciliation)], first: false) }],
      lists.sources("sources"), [{ Array("\n}\n".utf8) }],
    ]
    return steps.joined().lazy.map { $0() }
  }

  /// Members of the root, each beginning on a line of its own.
  private static func bytes(
    of members: [(String, JSONOutput)], first: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = first ? Array("{".utf8) : []
    for (number, member) in members.enumerated() {
      bytes.append(utf8: first && number == 0 ? "\n" : ",\n")
      JSONOutput.quote(member.0.utf8Span.span, into: &bytes)
      bytes.append(":")
      member.1.write(into: &bytes, depth: 1)
    }
    return bytes
  }

  /// What stands before the long lists.
  private var head: [(String, JSONOutput)] {
    [
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
      ("plan", plan),
      ("contradictions", .list(assessment.contradictions.map(contradiction))),
      ("ambiguous", .list(assessment.merged.ambiguous.map(ambiguous))),
      ("exceptions", .list(assessment.exceptions.map(exception))),
      ("accounts", .list(report.accounts.map(account))),
      ("unseenAccounts", .list(assessment.unseenMembers.map(unseen))),
    ]
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

  private var plan: JSONOutput {
    let steps = report.plan.steps.map { step -> JSONOutput in
      let moves = step.moves.map { move -> JSONOutput in
        .object([
          ("objective", .text(report.catalogue.objectives[move.objective].id)),
          ("from", .text(move.from.word)), ("to", .text(move.to.word)),
        ])
      }
      return .object([("items", .texts(step.items.map(\.id))), ("moves", .list(moves))])
    }
    return .object([("steps", .list(steps)), ("rest", .texts(report.plan.rest.map(\.id)))])
  }

  private func check(_ item: CheckItem) -> JSONOutput {
    let check = report.catalogue.checks[item.check]
    let counts = report.counts[item.check]
    func count(_ state: Finding.State) -> JSONOutput { .number(counts[state]) }
    let hub = assessment.securityHub[item.check].map { status in
      JSONOutput.object([
        ("status", .text(status.rawValue)),
        ("why", .optional(SecurityHubWords.difference(item.verdict, status))),
      ])
    }
    let places = item.places
    return .object([
      ("id", .text(check.id)), ("title", .text(check.title)),
      ("verdict", .text(item.verdict.word)), ("severity", .text(report.severity(of: item).word)),
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
        .texts(result.findings.map(report.citation))
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

  /// The region, or null where no record names one.
  private func region(_ id: StringID) -> JSONOutput { id.isNone ? .null : .text(report.text(id)) }

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
}
