import AssessmentModel

/// The checks of Trusted Advisor by id, by name and by recommendation: those of the catalogue, with
/// what lists among the evidence say of them.
struct AdvisorChecks {
  private var checks: [String: TrustedAdvisorCheck] = [:]
  private var ids: [String: String] = [:]
  private var recommendations: [String: AdvisorYield.Recommendation] = [:]

  /// A list among the evidence knows the names and columns of its day better.
  init(_ known: [TrustedAdvisorCheck], _ yield: AdvisorYield = AdvisorYield()) {
    for check in known { checks[check.id] = check }
    for check in yield.checks {
      var check = check
      check.arns = checks[check.id]?.arns ?? []
      check.columns = check.columns ?? checks[check.id]?.columns
      checks[check.id] = check
    }
    for check in known + yield.checks { ids[Self.plain(check.name)] = check.id }
    for item in yield.recommendations { recommendations[item.arn] = item }
  }

  /// The check that a row is about; one of an unknown name has the name for an id.
  ///
  /// Nil for a row of a recommendation that no file names.
  func check(of row: AdvisorRow) -> TrustedAdvisorCheck? {
    switch row.check {
    case .id(let id): return check(id)
    case .name(let name): return named(name) ?? TrustedAdvisorCheck(id: name, name: "")
    case .recommendation(let arn):
      guard let item = recommendations[arn] else { return nil }
      return item.check.map(check) ?? TrustedAdvisorCheck(id: item.name, name: "")
    }
  }

  /// The check of an id.
  func check(_ id: String) -> TrustedAdvisorCheck {
    checks[id] ?? TrustedAdvisorCheck(id: id, name: "")
  }

  /// The check of a name, whatever its case, its spaces and its kind of dash.
  func named(_ name: String) -> TrustedAdvisorCheck? {
    ids[Self.plain(name)].flatMap { checks[$0] }
  }

  /// A name as it is compared: AWS's pages write a dash where its API writes a hyphen.
  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("–", with: "-").replacing("—", with: "-")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
