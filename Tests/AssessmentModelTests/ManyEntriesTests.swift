import AssessmentModel
import Glibc
import Testing

/// Seconds that this thread has computed, however busy the machine is.
private func threadSeconds() -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Numbers of answers and exceptions that take minutes when each is compared with each.
@Suite("Thousands of entries", .serialized) struct ManyEntriesTests {
  private static let accounts = (1...100).map { String(100_000_000_000 + $0) }

  private static func answers(_ change: (Int, inout Answer) -> Void) throws -> Assessment {
    var builder = AssessmentBuilder("S3.8")
    builder.ask("q-1")
    builder.evidence.scope = Scope(accounts: accounts.map { .init(id: $0, regions: ["eu-west-1"]) })
    for number in 0..<2_000 {
      builder.answer("q-1", number.isMultiple(of: 2) ? "a" : "a b", day: "\(number % 10 + 10)")
      change(number, &builder.evidence.answers[number])
    }
    return try Self.assess(builder)
  }

  /// Assesses within twenty seconds of computing; that comparing each with each would take longer
  /// was seen.
  private static func assess(_ builder: AssessmentBuilder) throws -> Assessment {
    let start = threadSeconds()
    defer { #expect(threadSeconds() - start < 20) }
    return try builder.assess()
  }

  @Test("Two thousand answers to one question, over a hundred accounts")
  func answersEverywhere() throws {
    let assessment = try Self.answers { _, _ in }
    #expect(assessment.questions.map(\.accounts.count) == [100])
    #expect(assessment.questions.map(\.risk) == [Risk.none])
    #expect(assessment.reconciliation.outcomes[.answer] == 1)
    #expect(assessment.reconciliation.outcomes[.superseded] == 1_999)
  }

  @Test("Two thousand answers that name every account")
  func answersByAccount() throws {
    let assessment = try Self.answers { number, answer in
      answer.accounts = Self.accounts
      answer.workload = "w-\(number % 7)"
    }
    #expect(assessment.questions.map(\.risk) == [Risk.none])
    #expect(assessment.questions.first?.accounts.count == 100)
    #expect(assessment.reconciliation.outcomes[.answer] == 7)
  }

  @Test("Two thousand answers that all hold")
  func answersThatAllHold() throws {
    let assessment = try Self.answers { number, answer in
      answer.date = Instant("2026-11-20")
      answer.validUntil = Instant(seconds: 1_800_000_000 + Int64(number) * 86_400)
    }
    #expect(assessment.questions.map(\.risk) == [.medium])
    #expect(assessment.reconciliation.outcomes[.answer] == 2_000)
  }

  @Test("Ten thousand exceptions with stars for ten thousand findings")
  func exceptions() throws {
    var builder = AssessmentBuilder("S3.8")
    for number in 0..<10_000 { builder.add("hub S3.8 failed - eu-west-1 logs-\(number)-x") }
    let accounts = Self.accounts.map { builder.evidence.records.strings.intern($0) }
    for number in 0..<10_000 {
      builder.evidence.records.rows[number].account = accounts[number % 100]
      builder.except("E-\(number)") {
        $0.account = Self.accounts[number % 100]
        $0.resource = "*s-\(number)-*"
      }
    }
    let assessment = try Self.assess(builder)
    #expect(assessment.merged.findings.allSatisfy { $0.state == .excepted })
    #expect(assessment.exceptions.allSatisfy { $0.findings.count == 1 })
  }
}
