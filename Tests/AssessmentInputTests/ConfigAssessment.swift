import AssessmentInput
import AssessmentModel
import Testing

/// Assesses files as the program does, with a few checks of AWS Config's rules.
struct ConfigAssessment {
  let assessment: Assessment

  private static let catalogue: Catalogue = {
    func check(
      _ id: String, _ scope: Check.Scope, _ rule: String, credentialAge: String? = nil
    ) -> Check {
      var check = Check(id: id, title: "Title", severity: .high, scope: scope)
      check.configRule = rule
      if let credentialAge {
        check.configParameters = ["maxCredentialUsageAge": ["", credentialAge]]
      }
      return check
    }
    let checks = [
      check("S3.9", .regional, "s3-bucket-logging-enabled"),
      check("EC2.2", .regional, "vpc-default-security-group-closed"),
      check("IAM.2", .global, "iam-user-no-policies-check"),
      check("IAM.4", .global, "iam-root-access-key-check"),
      check("IAM.7", .global, "iam-password-policy"),
      check("IAM.15", .global, "iam-password-policy"),
      check("IAM.8", .global, "iam-user-unused-credentials-check", credentialAge: "90"),
      check("IAM.22", .global, "iam-user-unused-credentials-check", credentialAge: "45"),
    ]
    let objective = Objective(
      id: "so-1", title: "Objective", pillar: "pillar", core: checks.map(\.id))
    return Catalogue(objectives: [objective], checks: checks)
  }()

  /// Reads and judges files of account 111122223333 in a region, where they name none.
  init(
    _ files: [String: String], account: String? = "111122223333", region: String? = "eu-west-1",
    source: SourceLocation = #_sourceLocation
  ) throws {
    let result = reading(files, account: account, region: region)
    #expect(result.failureLines == [], sourceLocation: source)
    assessment = try Assessment(
      result.evidence, catalogue: Self.catalogue, asOf: Instant("2026-11-24"))
    #expect(assessment.reconciliation.isBalanced, sourceLocation: source)
  }

  /// Findings as `check region resource state`, with the account where it is another.
  var findings: [String] {
    assessment.merged.findings.map { finding in
      let account = assessment.strings[finding.account]
      let words = [
        assessment.catalogue.checks[finding.check].id, account == "111122223333" ? "" : account,
        assessment.strings[finding.region], assessment.strings[finding.resource],
        "\(finding.state)",
      ]
      return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// What became of each row.
  var outcomes: [String] { assessment.merged.outcomes.map(\.word) }

  /// The states of a check's places, as `region state`.
  func places(of id: String) -> [String] {
    guard let check = assessment.catalogue.index(ofCheck: id) else { return [] }
    return assessment.places[check].map {
      "\(assessment.strings[$0.key.region]) \($0.state.word)"
    }
  }
}
