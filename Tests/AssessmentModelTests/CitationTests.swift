import AssessmentModel
import Testing

@Suite("A citation") struct CitationTests {
  @Test("is made from what the thing is, and the same on every machine")
  func stable() {
    let id = Citation.id("IAM.3", ["111111111111", "global", "arn:aws:iam::111111111111:user/a"])
    #expect(id == "IAM.3-HY4ZWX6BEW")
  }

  @Test("has ten digits of Crockford's base 32")
  func form() throws {
    for number in 0..<200 {
      let id = Citation.id("S3.8", ["\(number)"])
      let digits = try #require(id.split(separator: "-").last)
      #expect(id.hasPrefix("S3.8-") && digits.count == 10)
      #expect(digits.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
    }
  }

  @Test(
    "differs with every part, and with where one part ends",
    arguments: [["1", "ab", "c"], ["1", "a", "bd"], ["2", "a", "bc"], ["1", "a", "bc", ""]])
  func parts(other: [String]) {
    #expect(Citation.id("S3.8", ["1", "a", "bc"]) != Citation.id("S3.8", other))
  }

  @Test("of a finding stays when its records and its state change")
  func finding() throws {
    var today = AssessmentBuilder("S3.8")
    today.add("hub S3.8 failed 1 eu-west-1 bucket id=one at=20")
    var tomorrow = AssessmentBuilder("IAM.4 global", "S3.8")
    tomorrow.add("config - passed 2 eu-west-1 other", "hub S3.8 passed 1 eu-west-1 bucket id=two")
    let (first, second) = (try today.assess(), try tomorrow.assess())
    let findings = (
      try #require(first.finding(of: "S3.8")), try #require(second.finding(of: "S3.8"))
    )
    #expect(first.citation(of: findings.0) == second.citation(of: findings.1))
  }
}
