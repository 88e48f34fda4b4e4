import Foundation
import Testing

/// plan.csv out of one report and into the next.
@Suite struct PlanRoundTripTests {
  private static func build(
    _ program: Program, _ output: String
  ) throws -> (errors: String, files: [String: Data]) {
    let outcome = try program.run(["build", "assessment", "--output", output])
    #expect(outcome.status == 0)
    return (outcome.errors, try program.tree(output))
  }

  @Test("The plan.csv of a report is read without remark, and the next report writes the same")
  func same() throws {
    try Program.inFolder { program in
      #expect(try program.run(["init", "--sample", "assessment"]).status == 0)
      let (before, first) = try Self.build(program, "one")
      let plan = try #require(first["plan.csv"])
      try program.write(plan, to: "assessment/plan.csv")
      let (after, second) = try Self.build(program, "two")
      #expect(second["plan.csv"] == plan)
      let warnings = [before, after].map { text in
        text.split(separator: "\n").filter { $0.contains("warning") || $0.contains("note") }
      }
      #expect(warnings[0] == warnings[1])
    }
  }

  @Test("What people fill in stays through two reports, formulas and line ends too")
  func filled() throws {
    try Program.inFolder { program in
      #expect(try program.run(["init", "--sample", "assessment"]).status == 0)
      let filled =
        "item;owner;due;status;note\r\nIAM.4/444455556666;Möller;01.12.2026;Done;'=1+1\r\n"
        + "SSM.2/111122223333;;;blocked;\"Two\r\nlines; here\"\r\n"
      try program.write(Array(filled.utf8), to: "assessment/plan.csv")
      let (_, first) = try Self.build(program, "one")
      let plan = try #require(first["plan.csv"])
      let text = String(decoding: plan, as: UTF8.self)
      #expect(text.contains(",Möller,2026-12-01,done,\"'=1+1\","))
      #expect(text.contains(",blocked,\"Two\nlines; here\","))
      try program.write(plan, to: "assessment/plan.csv")
      let (_, second) = try Self.build(program, "two")
      #expect(second["plan.csv"] == plan)
    }
  }
}
