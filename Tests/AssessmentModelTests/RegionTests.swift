import AssessmentModel
import Testing

@Suite("A region code")
struct RegionTests {
  @Test(
    "Only what has the form of a region code is one",
    arguments: [
      ("eu-central-1", true), ("us-gov-west-1", true), ("cn-north-1", true),
      ("ap-southeast-10", true), ("global", false), ("", false), ("Mars Attack", false),
      ("eu centrall", false), ("eu-west", false), ("eu--west-1", false), ("EU-WEST-1", false),
    ])
  func recognises(text: String, isCode: Bool) { #expect(Region.isCode(text) == isCode) }
}
