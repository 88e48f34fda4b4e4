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

/// What each source of findings has.
private struct SourceCounts {
  private let records: [Source: Int]
  private var files: [Source: Set<UInt32>] = [:]
  private var newest: [Source: Int64] = [:]
  private var findings: [Source: Int] = [:]
  private var byObjective: [Source: [Int]] = [:]
  private let objectives: Int

  init(_ report: Report) {
    let assessment = report.assessment
    let rows = assessment.evidence.records.rows
    records = Reconciliation.records(assessment.evidence.records, assessment.merged.outcomes)
    objectives = assessment.objectives.count
    for row in rows {
      files[row.source, default: []].insert(row.file)
      newest[row.source] = max(newest[row.source] ?? Record.undated, row.updated)
    }
    let claims = Self.claims(assessment)
    let none = Array(repeating: 0, count: objectives)
    for finding in assessment.merged.findings {
      let sources = Set(
        assessment.merged.witnesses[finding.witnesses].map { rows[Int($0)].source })
      for source in sources {
        findings[source, default: 0] += 1
        for number in claims[finding.check] ?? [] {
          byObjective[source, default: none][number] += 1
        }
      }
    }
  }

  /// The objectives, by their numbers, that claim a check.
  private static func claims(_ assessment: Assessment) -> [Int: [Int]] {
    var claims: [Int: [Int]] = [:]
    for (number, result) in assessment.objectives.enumerated() {
      let checks = result.objective.core + result.objective.extension
      for check in Set(checks.compactMap(assessment.catalogue.index(ofCheck:))) {
        claims[check, default: []].append(number)
      }
    }
    return claims
  }

  func way(of source: Source) -> EvidenceWay {
    let time = newest[source].flatMap { $0 == Record.undated ? nil : Instant(seconds: $0) }
    return EvidenceWay(
      origin: .source(source), files: files[source]?.count ?? 0, records: records[source] ?? 0,
      results: findings[source] ?? 0,
      byObjective: byObjective[source] ?? Array(repeating: 0, count: objectives), newest: time)
  }
}
