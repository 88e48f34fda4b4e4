import AssessmentModel
import Testing

@Suite("The score") struct ScoreTests {
  @Test(
    "is a range: what is proven, and what is possible when all that is unknown turns out met",
    arguments: [
      (ItemCounts(met: 3, open: 1), 0.75, 0.75),
      (ItemCounts(met: 1, open: 1, unknown: 2), 0.25, 0.75),
      (ItemCounts(met: 4, excepted: 3, outside: 5), 1, 1),
      (ItemCounts(open: 1, unknown: 1), 0, 0.5),
      (ItemCounts(open: 2, excepted: 1), 0, 0),
    ])
  func range(counts: ItemCounts, proven: Double, possible: Double) throws {
    let score = try #require(counts.score)
    #expect(score.proven == proven && score.possible == possible)
  }

  @Test(
    "is none when nothing is known or nothing is left",
    arguments: [
      ItemCounts(), ItemCounts(unknown: 3), ItemCounts(excepted: 2), ItemCounts(outside: 2),
      ItemCounts(unknown: 1, excepted: 2),
    ])
  func none(counts: ItemCounts) { #expect(counts.score == nil) }

  @Test("knows how much is known, what is excepted included and what is outside not")
  func known() {
    let known = ItemCounts(met: 1, open: 2, unknown: 4, excepted: 3, outside: 9).known
    #expect(known.count == 6 && known.of == 10)
  }

  @Test("never counts a partial check as met")
  func partial() throws {
    var builder = AssessmentBuilder("S3.8", "S3.9")
    builder.declare(accounts: "1", regions: "eu-west-1 us-east-1")
    builder.add("hub S3.8 passed 1 eu-west-1 a", "hub S3.9 failed 1 eu-west-1 a")
    let counts = try #require(try builder.assess().objectives.first?.counts)
    #expect(counts == ItemCounts(open: 1, unknown: 1))
  }

  @Test(
    "of Security Hub is computed its way: AWS's own examples",
    arguments: [
      (168, 22, 0, 0, 88), (8, 29, 0, 0, 22), (6, 35, 0, 0, 15), (159, 56, 0, 0, 74),
      (28, 17, 0, 0, 62), (357, 515 - 357, 0, 0, 69), (168, 20, 2, 40, 88), (1, 1, 0, 0, 50),
      (1, 7, 0, 0, 13), (0, 5, 0, 0, 0), (5, 0, 0, 3, 100),
    ])
  func securityHub(passed: Int, failed: Int, unknown: Int, noData: Int, score: Int) {
    let statuses =
      Array(repeating: SecurityHubStatus.passed, count: passed)
      + Array(repeating: .failed, count: failed) + Array(repeating: .unknown, count: unknown)
      + Array(repeating: .noData, count: noData)
    #expect(SecurityHubStatus.score(statuses) == score)
  }

  @Test("of Security Hub is none without data", arguments: [[], [SecurityHubStatus.noData]])
  func securityHubNone(statuses: [SecurityHubStatus]) {
    #expect(SecurityHubStatus.score(statuses) == nil)
  }
}
