import AssessmentModel
import Testing

@Suite("An exception") struct ExceptionTests {
  /// Failures of S3.8 (so-1) in two accounts and regions, and of IAM.4 (global, so-2).
  private static var builder: AssessmentBuilder {
    var builder = AssessmentBuilder("S3.8", "IAM.4 global")
    builder.objective("so-1", core: "S3.8")
    builder.objective("so-2", core: "IAM.4")
    builder.add(
      "hub S3.8 failed 1 eu-west-1 logs-a", "hub S3.8 failed 1 us-east-1 logs-b",
      "hub S3.8 failed 2 eu-west-1 data", "hub IAM.4 failed 1 eu-west-1 root")
    return builder
  }

  private static func excepted(_ change: (inout Exception) -> Void) throws -> [Int] {
    var builder = Self.builder
    builder.except("E-1", change)
    let assessment = try builder.assess()
    let indices = assessment.merged.findings.indices.filter {
      assessment.merged.findings[$0].state == .excepted
    }
    #expect(assessment.exceptions.map(\.findings) == [indices])
    return indices
  }

  @Test("matches by objective, all checks that it claims")
  func objective() throws {
    #expect(try Self.excepted { $0.objective = "SO-1" } == [0, 1, 2])
  }

  @Test("matches by check, in any case")
  func check() throws { #expect(try Self.excepted { $0.check = "s3.8" } == [0, 1, 2]) }

  @Test("matches by account")
  func account() throws {
    #expect(try Self.excepted { $0.account = AssessmentBuilder.account("1") } == [0, 1, 3])
  }

  @Test("matches by region, which a global check ignores")
  func region() throws { #expect(try Self.excepted { $0.region = "us-east-1" } == [1, 3]) }

  @Test(
    "matches by resource, with stars",
    arguments: [
      ("logs-a", [0]), ("logs-*", [0, 1]), ("*a", [0, 2]), ("logs", []), ("*", [0, 1, 2, 3]),
    ])
  func resource(resource: String, findings: [Int]) throws {
    #expect(try Self.excepted { $0.resource = resource } == findings)
  }

  @Test("matches only where all its fields do")
  func together() throws {
    let findings = try Self.excepted {
      $0.objective = "so-1"
      $0.check = "S3.8"
      $0.account = AssessmentBuilder.account("1")
      $0.region = "*-west-1"
      $0.resource = "logs-*"
    }
    #expect(findings == [0])
    #expect(try Self.excepted { ($0.objective, $0.check) = ("so-2", "S3.8") } == [])
  }

  @Test(
    "holds from its approval to the end of its last day",
    arguments: [
      (nil, "2026-11-24", ExceptionResult.State.active), (nil, "2026-11-23", .expired),
      ("2026-11-24", "2026-12-31", .active), ("2026-11-25", "2026-12-31", .pending),
      ("2026-11-01", "2026-11-24T08:00:00Z", .active),
    ])
  func days(from: String?, until: String, state: ExceptionResult.State) throws {
    var builder = Self.builder
    builder.asOf = Instant("2026-11-24T12:00:00Z")
    builder.except {
      $0.check = "IAM.4"
      $0.approvedOn = from.flatMap { Instant($0) }
      $0.until = Instant(until) ?? $0.until
    }
    let assessment = try builder.assess()
    #expect(assessment.exceptions.map(\.state) == [state])
    #expect(assessment.exceptions.map(\.findings.count) == [1])
    #expect(assessment.state(of: "IAM.4") == (state == .active ? .excepted : .failed))
  }

  @Test("that hides nothing is unused")
  func unused() throws {
    var builder = Self.builder
    builder.except { $0.check = "S3.9" }
    #expect(try builder.assess().exceptions.map(\.state) == [.unused])
  }

  @Test("sets aside failures only")
  func failuresOnly() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add("hub S3.8 passed 1 eu-west-1 a", "hub S3.8 warning 1 eu-west-1 b")
    builder.except { $0.check = "S3.8" }
    let assessment = try builder.assess()
    #expect(assessment.exceptions.map(\.state) == [.unused])
    #expect(assessment.places(of: "S3.8") == ["1 eu-west-1 unknown"])
  }

  @Test("never sets aside an ambiguous record")
  func ambiguous() throws {
    var builder = AssessmentBuilder("S3.8", "S3.9")
    builder.generatorIDs = ["cis/1": ["S3.8", "S3.9"]]
    builder.add("generator cis/1 failed 1 eu-west-1 a")
    builder.except { $0.objective = "so-1" }
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["ambiguous"] && assessment.exceptions.map(\.state) == [.unused])
    #expect(assessment.objectives.map(\.rule) == [.oneOfManyFailed])
  }

  @Test("wins over a suppression, and the first one over later ones")
  func precedence() throws {
    var builder = AssessmentBuilder("S3.8")
    builder.add("hub S3.8 failed 1 eu-west-1 a suppressed")
    #expect(try builder.assess().outcomes == ["suppressed"])
    builder.except("E-1") { $0.check = "S3.8" }
    builder.except("E-2") { $0.resource = "a" }
    let assessment = try builder.assess()
    #expect(assessment.outcomes == ["excepted"])
    #expect(assessment.finding(of: "S3.8")?.exception == 0)
    #expect(assessment.exceptions.map(\.state) == [.active, .active])
    #expect(assessment.securityHub == [0: .noData])
  }

  @Test("leaves its finding visible, with the original result")
  func visible() throws {
    var builder = Self.builder
    builder.except { $0.check = "IAM.4" }
    let assessment = try builder.assess()
    let finding = try #require(assessment.finding(of: "IAM.4"))
    #expect(assessment.record(of: finding).status == .failed)
    #expect(assessment.places(of: "IAM.4") == ["1 global excepted", "2 global no-data"])
  }

  @Test(
    "is broad without a check, or for every account and resource of one",
    arguments: [
      (nil, "1", "a", true), ("S3.8", nil, nil, true), ("S3.8", "*", "*", true),
      ("S3.8", "1", nil, false), ("S3.8", nil, "a", false), ("S3.8", nil, "a*", false),
    ] as [(String?, String?, String?, Bool)])
  func broad(check: String?, account: String?, resource: String?, isBroad: Bool) throws {
    var builder = Self.builder
    builder.except { ($0.check, $0.account, $0.resource) = (check, account, resource) }
    #expect(try builder.assess().exceptions.map(\.isBroad) == [isBroad])
  }
}
