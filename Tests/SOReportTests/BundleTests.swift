import Foundation
import Testing

@Suite("so-report bundle") struct BundleTests {
  private static func made(_ body: (Program) throws -> Void) throws {
    try Program.inFolder { program in
      let demo = try program.run(["demo", "-o", "site", "--quiet"])
      #expect(demo.status == 0, "\(demo.errors)")
      try body(program)
    }
  }

  private func bytes(_ name: String, _ program: Program) throws -> Data {
    try Data(contentsOf: program.folder.appending(path: name))
  }

  @Test("writes the same ZIP each time, and says what is in it")
  func writes() throws {
    try Self.made { program in
      let one = try program.run(["bundle", "site", "--objective", "so-3", "-o", "one.zip"])
      #expect(one.status == 0, "\(one.errors)")
      #expect(one.output.hasSuffix("/one.zip\n"))
      #expect(one.errors.contains(/^\d+ files with \d+ findings\. The ZIP has \d+\.\d KB\.\n$/))
      _ = try program.run(["bundle", "site", "--objective", "so-3", "-o", "two.zip"])
      #expect(try bytes("one.zip", program) == bytes("two.zip", program))
    }
  }

  @Test("refuses what it must, and leaves an earlier ZIP as it was")
  func refuses() throws {
    try Self.made { program in
      let good = ["bundle", "site", "--objective", "so-3", "-o", "x.zip"]
      #expect(try program.run(good).status == 0)
      let earlier = try bytes("x.zip", program)
      func expect(_ arguments: [String], _ status: Int32, _ words: String...) throws {
        let outcome = try program.run(arguments)
        #expect(outcome.status == status, "\(arguments)")
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(try bytes("x.zip", program) == earlier)
      }
      try expect(
        good + ["--max-size", "20KB"], 73, "more than 20.0 KB. Its largest parts: ", "assets/",
        "--check")
      try expect(good + ["--account", "1"], 64, "no account named 1", "There is: 1111")
      try expect(good + ["--check", "S3.99"], 64, "named s3-99", "iam-3")
      try expect(
        ["bundle", "site", "--objective", "so-3", "-o", "site/x.zip"], 73, "report's own folder")
      try expect(["bundle", "none", "--objective", "so-3", "-o", "x.zip"], 66, "open the site")
      try program.write("more".utf8, to: "site/so-3.html")
      try expect(good, 65, "so-3.html is changed")
    }
  }
}
