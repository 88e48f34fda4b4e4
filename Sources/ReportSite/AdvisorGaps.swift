import AssessmentModel

/// Checks of Trusted Advisor that objectives count and the evidence has nothing about, and how to add
/// them.
struct AdvisorGaps {
  let report: Report
  let map: SiteMap

  /// A check without a result in some accounts.
  private struct Gap {
    let advisor: TrustedAdvisorCheck
    let check: Check
    let accounts: Int
  }

  /// The section; empty where every account has a result of each.
  var html: HTML {
    let gaps = gaps
    guard !gaps.isEmpty else { return "" }
    let all = report.assessment.scope.accounts.count
    let rows = gaps.map { gap -> [HTML] in
      [
        "\(gap.advisor.name) <span class=\"mono small muted\">\(gap.advisor.id)</span>",
        "<a href=\"\(map.link(.check(gap.check.id)))\">\(gap.check.id)</a>",
        "\(gap.accounts) of \(all)", "\(gap.check.statusNote ?? "")",
      ]
    }
    let table = Table(
      label: "Not asked of Trusted Advisor",
      columns: [
        .init("Check of Trusted Advisor"), .init("Counts as"),
        .init("Accounts without it", isNumber: true), .init("Note"),
      ], rows: rows)
    return """
      <section class="long" id="trusted-advisor"><h2>Not asked of Trusted Advisor</h2><p>Results of \
      these count where they are there, and hold nothing back where they are not. With a support plan \
      that has the API, put the output of <code>aws support describe-trusted-advisor-check-result \
      --region us-east-1 --check-id …</code> of each account into the evidence. Basic and Developer \
      support have no API: copy what the console shows into <code>evidence/trusted-advisor.yaml</code>, \
      of which <code>so-report init</code> writes an example.</p>\(table.html)</section>
      """
  }

  private var gaps: [Gap] {
    let records = report.assessment.evidence.records
    var seen: [CheckReference: Set<StringID>] = [:]
    for (row, outcome) in zip(records.rows, report.assessment.merged.outcomes)
    where row.source == .trustedAdvisor && outcome != .later {
      seen[records.references[Int(row.reference)], default: []].insert(row.account)
    }
    let accounts = Set(report.assessment.scope.accounts.map(\.id))
    return report.catalogue.advisorChecks.compactMap { advisor in
      let reference = CheckReference.trustedAdvisor(advisor.id)
      let meaning = report.catalogue.resolve(reference, resourceType: "")
      let missing = accounts.subtracting(seen[reference] ?? []).count
      guard missing > 0, case .check(let index) = meaning else { return nil }
      return Gap(
        advisor: advisor, check: report.catalogue.checks[index], accounts: missing)
    }
  }
}
