import AssessmentModel

/// A way in which evidence came in, with its numbers.
struct EvidenceWay {
  /// What brings the evidence.
  enum Origin: Equatable {
    case source(Source)
    case questionnaire
  }

  let origin: Origin
  var files: Int
  /// Records as the reconciliation counts them.
  var records: Int
  /// Findings of which this way has a witness, or answers that hold.
  var results: Int
  /// The same by objective, in the order of the report's; objectives may share a finding.
  var byObjective: [Int]
  /// The time of the newest record.
  var newest: Instant?
  /// Of answers, what is kept where.
  var detail = ""

  var isMissing: Bool { records == 0 }

  var title: String {
    switch origin {
    case .source(.securityHub): "AWS Config rules → Security Hub"
    case .source(.config): "AWS Config, read directly"
    case .source(let source): source.name
    case .questionnaire: "Questionnaire"
    }
  }

  /// `190 findings`, `58 answers`.
  var became: String {
    Count.of(results, origin == .questionnaire ? "answer" : "finding")
  }
}

/// The ways in which evidence came in: Security Hub, the questionnaire and Trusted Advisor, where it
/// is missing too; AWS Config's own results and Prowler where they are there.
struct EvidenceWays {
  let all: [EvidenceWay]

  init(_ report: Report) {
    let counted = SourceCounts(report)
    let ways = Source.allCases.map { source in counted.way(of: source) }
    let isAsked: (EvidenceWay) -> Bool = { way in
      way.origin == .source(.securityHub) || way.origin == .source(.trustedAdvisor)
    }
    var shown = ways.filter { !$0.isMissing || isAsked($0) }
    shown.insert(
      Self.questionnaire(report), at: shown.first?.origin == .source(.securityHub) ? 1 : 0)
    all = shown
  }

  private static func questionnaire(_ report: Report) -> EvidenceWay {
    let evidence = report.assessment.evidence
    let held = zip(evidence.answers, report.assessment.answerOutcomes)
      .filter { $1 == .answer }.map(\.0.question)
    let objectives = Dictionary(
      report.assessment.questions.map { ($0.question.id, $0.objective) },
      uniquingKeysWith: { first, _ in first })
    let byObjective = Dictionary(grouping: held) { objectives[$0] ?? "" }.mapValues(\.count)
    let ofTool = evidence.answers.count { $0.workload != nil }
    var way = EvidenceWay(
      origin: .questionnaire, files: Set(evidence.answers.map(\.file)).count,
      records: evidence.answers.count, results: held.count,
      byObjective: report.assessment.objectives.map { byObjective[$0.objective.id] ?? 0 },
      newest: evidence.answers.compactMap(\.date).max())
    let kinds = [
      (evidence.answers.count - ofTool, "from files of answers"),
      (ofTool, "from the Well-Architected Tool"),
    ]
    way.detail = Count.list(
      kinds.filter { $0.0 > 0 }.map { "\(Count.grouped($0.0)) \($0.1)" })
    return way
  }
}

/// What each source of findings has; arrays are by its raw value.
private struct SourceCounts {
  private let records: [Source: Int]
  private var hasFile: [[Bool]]
  private var newest = Source.allCases.map { _ in Record.undated }
  private var findings = Source.allCases.map { _ in 0 }
  private var byObjective: [[Int]]

  init(_ report: Report) {
    let assessment = report.assessment
    let table = assessment.evidence.records
    let noFile = assessment.evidence.files.map { _ in false }
    hasFile = Source.allCases.map { _ in noFile }
    byObjective = Source.allCases.map { _ in assessment.objectives.map { _ in 0 } }
    records = Reconciliation.records(table, assessment.merged.outcomes)
    for row in table.rows {
      let source = Int(row.source.rawValue)
      hasFile[source][Int(row.file)] = true
      newest[source] = max(newest[source], row.updated)
    }
    let claims = Self.claims(assessment)
    for (finding, facts) in zip(assessment.merged.findings, report.facts.all) {
      for source in findings.indices where facts.sources & 1 << source != 0 {
        findings[source] += 1
        for objective in claims[finding.check] { byObjective[source][objective] += 1 }
      }
    }
  }

  /// By check: the objectives, by their numbers, that claim it.
  private static func claims(_ assessment: Assessment) -> [[Int]] {
    var claims: [[Int]] = assessment.catalogue.checks.map { _ in [] }
    for (number, result) in assessment.objectives.enumerated() {
      let checks = result.objective.core + result.objective.extension
      for check in Set(checks.compactMap(assessment.catalogue.index(ofCheck:))) {
        claims[check].append(number)
      }
    }
    return claims
  }

  func way(of source: Source) -> EvidenceWay {
    let index = Int(source.rawValue)
    let time = newest[index] == Record.undated ? nil : Instant(seconds: newest[index])
    return EvidenceWay(
      origin: .source(source), files: hasFile[index].count { $0 }, records: records[source] ?? 0,
      results: findings[index], byObjective: byObjective[index], newest: time)
  }
}
