import Foundation
import Testing

/// The outcomes that docs/inputs.md states.
@Suite("Input that is bad") struct InputTests {
  static let finding = #"""
    {"Id":"arn:aws:securityhub:eu-west-1:111122223333:security-control/S3.8/finding/a",
    "ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub",
    "AwsAccountId":"111122223333","Region":"eu-west-1","GeneratorId":"security-control/S3.8",
    "Title":"t","CreatedAt":"2026-01-01T00:00:00Z","UpdatedAt":"2026-01-02T00:00:00Z",
    "Severity":{"Label":"HIGH"},"Compliance":{"Status":"FAILED","SecurityControlId":"S3.8"},
    "Workflow":{"Status":"NEW"},"RecordState":"ACTIVE","SchemaVersion":"2018-10-08","Types":[],
    "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::bucket"}]}
    """#

  private static func documentation() throws -> String {
    try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/inputs.md"), encoding: .utf8)
  }

  @Test("has identifiers that are documented, every one")
  func documents() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    let calls = try Regex(
      #"(?:FileProblem|Diagnostic|fail|remark|warn|note)\(\s*(?:\.[A-Za-z]+,\s*)*"([a-z0-9]+(?:-[a-z0-9]+)*)"\s*,"#
    )
    var identifiers: Set<String> = ["malformed-record", "file-shrank"]
    for folder in ["AssessmentInput", "AssessmentModel"] {
      let root = sources.appending(path: folder)
      for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init()
      where path.hasSuffix(".swift") {
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        for match in text.matches(of: calls) {
          if let identifier = match.output[1].substring { identifiers.insert(String(identifier)) }
        }
      }
    }
    #expect(identifiers.count > 40)
    let documentation = try Self.documentation()
    #expect(identifiers.filter { !documentation.contains("`\($0)`") }.sorted() == [])
  }

  /// One diagnostic as `--diagnostics json` writes it.
  private struct Line: Decodable {
    let severity, identifier, summary: String
    let file, pointer, remedy: String?
    let byte, line, column, record: Int?
  }

  private static func lines(_ errors: String) throws -> [Line] {
    try errors.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  /// Builds an earlier report.
  private func prepare(_ program: Program) throws {
    try program.write(Self.finding.utf8, to: "good.json")
    try program.write([], to: "out/beside")
    #expect(try program.run(["build", "good.json", "-o", "out/site"]).status == 0)
  }

  /// Builds over the earlier report, which must stay as it is, with nothing new beside it.
  private func refuses(
    _ program: Program, _ inputs: [String], status: Int32, identifier: String,
    shell: String = #"exec "$0" "$@""#
  ) throws {
    let before = try program.tree("out")
    let outcome = try program.run(
      ["build", "good.json"] + inputs + ["-o", "out/site", "--diagnostics", "json"], shell: shell)
    #expect(outcome.status == status, "\(inputs): \(outcome.errors)")
    let named = try Self.lines(outcome.errors).filter { $0.severity == "error" }
    #expect(named.map(\.identifier) == [identifier], "\(outcome.errors)")
    #expect(named.allSatisfy { $0.file?.isEmpty == false })
    #expect(before == (try program.tree("out")))
    #expect(try Self.documentation().contains("`\(identifier)`"))
  }

  static let files: [(name: String, bytes: [UInt8], identifier: String)] = [
    ("empty.json", [], "empty-file"),
    ("blank.json", Array(" \r\n\t".utf8), "empty-file"),
    ("cut.json", Array(#"{"Findings":[{"Id":"#.utf8), "truncated-json"),
    ("comma.json", Array(#"{"Findings":[],}"#.utf8), "invalid-json"),
    ("infinite.json", Array(#"{"Findings":[1e999]}"#.utf8), "invalid-json"),
    ("surrogate.json", Array(#"{"Findings":[{"Id":"\ud800"}]}"#.utf8), "invalid-json"),
    ("deep.json", Array(repeating: 0x5B, count: 100_000), "invalid-json"),
    ("other.json", Array(#"{"hello":1}"#.utf8), "unknown-json"),
    ("twice.json", Array(#"{"Findings":[],"Findings":[1]}"#.utf8), "repeated-key"),
    ("wide.json", [0x5B, 0, 0x5D, 0], "not-utf-8"),
    ("latin.json", Array(#"{"Findings":[{"Id":"caf"#.utf8) + [0xE9], "not-utf-8"),
    ("random.bin", [7, 0, 1, 200, 3], "binary"),
    ("bad.gz", [0x1F, 0x8B, 8, 0, 0, 0], "damaged-archive"),
    ("bad.zip", [0x50, 0x4B, 3, 4, 0, 0], "damaged-archive"),
    ("answers.yaml", Array("- question: [\n".utf8), "invalid-yaml"),
  ]

  @Test("ends the run with 65 and leaves the earlier report as it is")
  func refusesFiles() throws {
    try Program.inFolder { program in
      try prepare(program)
      for file in Self.files {
        try program.write(file.bytes, to: file.name)
        try refuses(program, [file.name], status: 65, identifier: file.identifier)
      }
      let names = Self.files.map(\.name)
      let rest = try program.run(
        ["build", "good.json"] + names + ["-o", "rest", "--skip-invalid"])
      #expect(rest.status == 0, "\(rest.errors)")
      let nothing = try program.run(["build"] + names + ["-o", "none", "--skip-invalid"])
      #expect(nothing.status == 66, "\(nothing.errors)")
      #expect(try program.tree("none").isEmpty)
    }
  }

  @Test("that is no file ends the run with 74")
  func refusesPaths() throws {
    try Program.inFolder { program in
      let setup = try program.run(
        [],
        shell: """
          mkdir a b c d && ln -s nowhere a/x.json && ln -s y b/x && ln -s x b/y &&
          mkfifo c/assessment.yaml pipe && printf '[]' > "d/$(printf 'caf\\351.json')"
          """)
      #expect(setup.status == 0, "\(setup.errors)")
      try prepare(program)
      try refuses(program, ["a"], status: 74, identifier: "broken-link")
      try refuses(program, ["b/x"], status: 74, identifier: "unreadable")
      try refuses(program, ["c"], status: 74, identifier: "no-file")
      try refuses(program, ["pipe"], status: 74, identifier: "no-file")
      try refuses(program, ["/dev/zero"], status: 74, identifier: "no-file")
      try refuses(program, ["d"], status: 74, identifier: "name-not-utf-8")
      try refuses(
        program, [], status: 74, identifier: "unreadable",
        shell: #"exec "$0" "$@" "$(printf 'd/caf\351.json')""#)
      try refuses(
        program, [String(repeating: "n", count: 300)], status: 74, identifier: "unreadable")
      try refuses(program, ["absent.json"], status: 66, identifier: "no-such-input")
    }
  }

  @Test("on standard input is as bad as in a file")
  func refusesStandardInput() throws {
    try Program.inFolder { program in
      try prepare(program)
      try refuses(program, ["-"], status: 65, identifier: "empty-file")
      try refuses(
        program, ["-"], status: 74, identifier: "unreadable", shell: #"exec "$0" "$@" <&-"#)
      try refuses(
        program, ["-"], status: 65, identifier: "binary",
        shell: #"printf '\001\002\003' | "$0" "$@""#)
      try program.write(Self.finding.utf8, to: "hub.json")
      for name in ["-", "/dev/stdin", "/dev/fd/0"] {
        let twice = try program.run(
          ["check", name, "-"], shell: #"exec "$0" "$@" < hub.json"#)
        #expect(twice.status == 0, "\(twice.errors)")
        #expect(twice.output.contains("1         –  standard input  Security Hub finding\n"))
        #expect(twice.output.contains("1 file in all"))
      }
    }
  }

  @Test("is named by name and place, whatever the name is")
  func namesHostileNames() throws {
    try Program.inFolder { program in
      let names = ["a\nb.json", "\u{1B}[31m\u{7}.json", "\"\\.json", "\u{202E}x.json", "-x.json"]
      for name in names { try program.write("{".utf8, to: "in/\(name)") }
      let json = try program.run(["check", "in", "--diagnostics", "json"])
      #expect(json.status == 65)
      #expect(Set(try Self.lines(json.errors).map(\.file)) == Set(names))
      let text = try program.run(["check", "in"])
      for shown in [#"a\nb.json"#, #"\u{1B}[31m\u{7}.json"#, #"\u{202E}x.json"#] {
        #expect(text.errors.contains("error: \(shown):1:2"), "\(text.errors)")
        #expect(text.output.contains(shown))
      }
      #expect(!(text.errors + text.output).contains("\u{1B}"))
    }
  }

  @Test("is named record by record in JSON, and twenty times for people")
  func namesEveryRecord() throws {
    try Program.inFolder { program in
      let bad = Self.finding.replacing("2026-01-02T00:00:00Z", with: "yesterday")
        .replacing("\n", with: " ")
      for name in ["a.json", "b.json"] {
        let records =
          [Self.finding.replacing("\n", with: " ")]
          + Array(repeating: bad, count: 1500)
        try program.write("[\(records.joined(separator: ",\n"))]".utf8, to: name)
      }
      let json = try program.run(["check", "a.json", "b.json", "--diagnostics", "json"])
      #expect(json.status == 0)
      let lines = try Self.lines(json.errors).filter { $0.identifier == "malformed-record" }
      #expect(lines.count == 3000)
      #expect(lines.first?.record == 2 && lines.first?.line == 2 && lines.first?.column == 1)
      #expect(lines.last?.record == 1501 && lines.last?.file == "b.json")
      #expect(lines.allSatisfy { $0.pointer == "/UpdatedAt" && $0.remedy != nil && $0.byte != nil })
      let text = try program.run(["build", "a.json", "b.json", "-o", "site"])
      #expect(text.status == 0)
      let shown = text.errors.split(separator: "\n").filter { $0.contains("at /UpdatedAt") }
      #expect(shown.count == 20)
      #expect(
        text.errors.contains(
          "  and 2,980 more of the same kind (malformed-record) in 2 files; "
            + "--diagnostics json lists them all\n"))
      let sources = try program.tree("site").filter { $0.key.hasPrefix("sources") }
      let pages = sources.values.map { String(decoding: $0, as: UTF8.self) }.joined()
      #expect(pages.contains("1480 more of its records are malformed"))
      #expect(try program.run(["check", "a.json", "-q", "--diagnostics", "json"]).errors == "")
    }
  }

  @Test("is warned of by check as by build, which writes nothing")
  func warnsOfTheSame() throws {
    try Program.inFolder { program in
      let finding = Self.finding.replacing("\n", with: "")
      let page = "{\"Findings\":[\(finding)],\"NextToken\":\"t\"}"
      let failed = (0..<10).map {
        finding.replacing("finding/a", with: "finding/b\($0)")
          .replacing("2026-01-02T", with: "2026-02-02T")
      }
      try program.write(page.utf8, to: "in/page.json")
      try program.write("[\(failed.joined(separator: ","))]".utf8, to: "in/failed.json")
      let check = try program.run(["check", "in", "--diagnostics", "json"])
      #expect(check.status == 0)
      let found = try Self.lines(check.errors).map(\.identifier)
      #expect(Set(found) == ["page-missing", "far-ahead", "export-without-passes", "old-evidence"])
      let before = try program.tree("in")
      let build = try program.run(["build", "in", "-o", "site", "--diagnostics", "json"])
      #expect(
        try Self.lines(build.errors).map(\.summary) == Self.lines(check.errors).map(\.summary))
      #expect(before == (try program.tree("in")))
      try program.write(
        #"{"HubArn":"arn:aws:securityhub:eu-west-1:111122223333:hub/default"}"#.utf8,
        to: "hub.json")
      let undated = try program.run(["check", "hub.json"])
      #expect(undated.status == 0)
      #expect(
        undated.errors == "note: nothing in the evidence has a date, so build needs --as-of\n")
    }
  }

  @Test("is no input when nothing in it counts, and an answer alone does")
  func needsEvidence() throws {
    try Program.inFolder { program in
      try program.write(#"{"ProcessedFindings":[{"Id":"a"}]}"#.utf8, to: "reply.json")
      try program.write(#"{"Records":[{"FindingIdentifier":{}}]}"#.utf8, to: "history.json")
      try program.write("[]".utf8, to: "none.json")
      for name in ["reply.json", "history.json", "none.json"] {
        let check = try program.run(["check", name, "--diagnostics", "json"])
        #expect(check.status == 66 && check.output.contains("0 with evidence\n"))
        #expect(try Self.lines(check.errors).map(\.identifier) == ["no-evidence"])
        let build = try program.run(["build", name, "-o", "site", "--as-of", "2026-01-31"])
        #expect(
          build.status == 66 && build.errors.contains("there is no evidence in what was given"))
      }
      #expect(try program.tree("site").isEmpty)
      try program.write(
        "- {question: so_1_1, choices: [so_1_1_1], date: 2026-01-31}\n".utf8,
        to: "in/answers/so-1.yaml")
      try program.write("title: x\n".utf8, to: "in/assessment.yaml")
      #expect(try program.run(["check", "in"]).output.contains("1 with evidence\n"))
      #expect(try program.run(["build", "in", "-o", "site"]).status == 0)
    }
  }

  @Test("is neither a string of 8 MiB nor a thousand small files")
  func readsMuch() throws {
    try Program.inFolder { program in
      let long = String(repeating: "x", count: 8 << 20)
      try program.write(
        Self.finding.replacing("\"Title\":\"t\"", with: "\"Title\":\"\(long)\"").utf8,
        to: "in/long.json")
      for number in 0..<1000 { try program.write("[]".utf8, to: "in/\(number).json") }
      let outcome = try program.run(["build", "in", "-o", "site"])
      #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
      let pages = try program.tree("site").filter { $0.key.hasSuffix(".html") }
      #expect(pages.allSatisfy { $0.value.count <= 300_000 })
    }
  }

  @Test("is listed in columns that fit the terminal, with a total")
  func listsFiles() throws {
    try Program.inFolder { program in
      let name = "a-very-long-name-that-leaves-no-room-for-anything-else.json"
      try program.write(Self.finding.utf8, to: "in/\(name)")
      try program.write("[\(Self.finding),{}]".utf8, to: "in/b.json")
      try program.write("# Read me\n".utf8, to: "in/README.md")
      let narrow = try program.run(["check", "in"], environment: ["COLUMNS": "80"])
      #expect(
        narrow.output == """
          records  rejected  file                                  what it is
                –         –  README.md                             text, not evidence
                               · no evidence is read from it
                1         –  \(name)
                               Security Hub finding
                2         1  b.json                                Security Hub findings
                                                                   (list)
                3         1  3 files in all                        2 with evidence

          """)
      let piped = try program.run(["check", "in"], environment: ["COLUMNS": ""])
      #expect(piped.output.contains("2         1  b.json" + String(repeating: " ", count: 55)))
      #expect(piped.output.contains("\(name)  Security Hub finding\n"))
    }
  }
}
