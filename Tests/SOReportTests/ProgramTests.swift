import Foundation
import Testing

/// The program itself, run as a person would.
@Suite struct ProgramTests {
  private struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable beside the tests.
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "so-report")

  private func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (folder.appending(path: "stdout"), folder.appending(path: "stderr"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func tree(_ root: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path()) ?? .init() {
      let file = root.appending(path: path)
      let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      if isFile == true { files[path] = try Data(contentsOf: file) }
    }
    return files
  }

  private static let finding = """
    {"Id":"arn:aws:securityhub:eu-west-1:111122223333:security-control/S3.8/finding/a",
    "ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub","AwsAccountId":"111122223333",
    "Region":"eu-west-1","GeneratorId":"security-control/S3.8","Title":"t","Description":"d",
    "CreatedAt":"2026-01-01T00:00:00Z","UpdatedAt":"2026-01-02T00:00:00Z","Severity":{"Label":"HIGH"},
    "Compliance":{"Status":"FAILED","SecurityControlId":"S3.8"},"Workflow":{"Status":"NEW"},
    "RecordState":"ACTIVE","SchemaVersion":"2018-10-08","Types":[],
    "Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::<script>alert(1)</script>"}]}
    """

  @Test("With --timings the time of each stage is told, and the bytes are the same")
  func timings() throws {
    try withFolder { folder in
      let table = try run(["demo", "--output", "one", "--timings", "--quiet"], in: folder)
      #expect(table.status == 0 && table.output.isEmpty)
      for stage in ["prepare", "read", "merge", "judge", "compose", "render", "write", "publish"] {
        let line = table.errors.split(separator: "\n").first { $0.hasPrefix("  \(stage) ") }
        #expect(line?.contains(/^  [a-z]+ +\d+\.\d{3} s$/) == true, "\(stage): \(table.errors)")
      }
      let json = try run(
        ["demo", "--output", "two", "--timings", "--diagnostics", "json"], in: folder)
      let line = json.errors.split(separator: "\n").last {
        $0.hasPrefix("{\"timings\":{\"prepare\":")
      }
      #expect(line != nil, "\(json.errors)")
      #expect(
        try tree(folder.appending(path: "one")) == tree(folder.appending(path: "two")))
      let bare = try run(["demo", "--output", "three"], in: folder)
      #expect(!bare.errors.contains("CPU time"))
    }
  }

  @Test("The demo has the same bytes in any time zone, language and folder")
  func isReproducible() throws {
    try withFolder { folder in
      let first = try run(["demo", "--output", "one"], in: folder, environment: ["TZ": "UTC"])
      #expect(first.status == 0, "\(first.errors)")
      #expect(
        first.output == "\(folder.path())/one/index.html\n"
          || first.output.hasSuffix("one/index.html\n"))
      let inner = folder.appending(path: "inner")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      let second = try run(
        ["demo", "--output", "two"], in: inner,
        environment: ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
      #expect(second.status == 0)
      let one = try tree(folder.appending(path: "one"))
      #expect(one.count > 80)
      #expect(one == (try tree(inner.appending(path: "two"))))
    }
  }

  @Test("An export becomes a report in which hostile text is only text")
  func builds() throws {
    try withFolder { folder in
      try Self.finding.write(
        to: folder.appending(path: "hub.json"), atomically: true, encoding: .utf8)
      let outcome = try run(["build", "hub.json", "-o", "site"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let page = try String(
        contentsOf: folder.appending(path: "site/checks/s3-8.html"), encoding: .utf8)
      #expect(page.contains("arn:aws:s3:::&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(!page.contains("<script>alert"))
      let failing = try run(["build", "hub.json", "-o", "site", "--fail-on", "high"], in: folder)
      #expect(failing.status == 1)
    }
  }

  @Test(
    "A bad file is named with its place, and the earlier report stays",
    arguments: [
      ("{\"Findings\": [", Int32(65), "byte 14"), ("", 65, "bad.json"),
      ("\u{0}\u{1}\u{2}", 65, "bad.json"),
      ("{\"hello\": 1}", 65, "bad.json"),
    ])
  func refuses(text: String, status: Int32, expected: String) throws {
    try withFolder { folder in
      try Self.finding.write(
        to: folder.appending(path: "hub.json"), atomically: true, encoding: .utf8)
      #expect(try run(["build", "hub.json", "-o", "site"], in: folder).status == 0)
      let before = try tree(folder.appending(path: "site"))
      try text.write(to: folder.appending(path: "bad.json"), atomically: true, encoding: .utf8)
      let outcome = try run(["build", "hub.json", "bad.json", "-o", "site"], in: folder)
      #expect(outcome.status == status)
      #expect(outcome.errors.contains(expected), "\(outcome.errors)")
      #expect(before == (try tree(folder.appending(path: "site"))))
      let skipping = try run(
        ["build", "hub.json", "bad.json", "-o", "site", "--skip-invalid"], in: folder)
      #expect(skipping.status == 0)
      let sources = try String(
        contentsOf: folder.appending(path: "site/sources.html"), encoding: .utf8)
      #expect(sources.contains("bad.json"))
    }
  }

  @Test("A folder that is no report is refused, and nothing in it changes")
  func keepsForeignFolders() throws {
    try withFolder { folder in
      let mine = folder.appending(path: "mine")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
      try Data("keep".utf8).write(to: mine.appending(path: "notes.txt"))
      let outcome = try run(["demo", "--output", "mine"], in: folder)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("mine"))
      #expect(try tree(mine) == ["notes.txt": Data("keep".utf8)])
    }
  }

  @Test("No input is 66 with what to do next; wrong use is 64")
  func saysWhatToDo() throws {
    try withFolder { folder in
      let nothing = try run(["build", "-o", "site"], in: folder)
      #expect(nothing.status == 66, "\(nothing.errors)")
      let missing = try run(["build", "absent.json", "-o", "site"], in: folder)
      #expect(missing.status == 66)
      #expect(missing.errors.contains("absent.json"))
      #expect(try run(["build", "x", "--nope"], in: folder).status == 64)
      let mistyped = try run(["explain", "IAM.33"], in: folder)
      #expect(mistyped.status == 64)
      #expect(mistyped.errors.contains("Did you mean IAM.3"))
    }
  }

  @Test("init writes a folder that check accepts, and refuses one that is not empty")
  func initialises() throws {
    try withFolder { folder in
      #expect(try run(["init", "new"], in: folder).status == 0)
      #expect(try run(["init", "new"], in: folder).status == 73)
      #expect(try run(["init", "--sample", "sample"], in: folder).status == 0)
      let check = try run(["check", "sample"], in: folder)
      #expect(check.status == 0, "\(check.errors)")
      #expect(check.output.contains("organisation-2026-11-19.json"))
      let built = try run(["build", "sample", "-o", "one"], in: folder)
      #expect(built.status == 0, "\(built.errors)")
      #expect(try run(["demo", "-o", "two"], in: folder).status == 0)
      #expect(
        try tree(folder.appending(path: "one")) == tree(folder.appending(path: "two")))
    }
  }

  private static let lens = """
    {"schemaVersion":"2021-11-01","name":"Ours & theirs","pillars":[{"id":"OURS","name":"Ours",
    "questions":[{"id":"our_1","title":"Is it ours?","choices":[{"id":"c_1","title":"Yes",
    "improvementPlan":{"displayText":"Make it."}}],"riskRules":[{"condition":"c_1","risk":"NO_RISK"},
    {"condition":"default","risk":"HIGH_RISK"}]}]}]}
    """

  @Test("A custom lens is checked against what AWS takes")
  func checksLens() throws {
    try withFolder { folder in
      let file = folder.appending(path: "lens.json")
      try Self.lens.write(to: file, atomically: true, encoding: .utf8)
      let good = try run(["check", "lens.json"], in: folder)
      #expect(good.status == 0, "\(good.errors)")
      #expect(
        good.output == """
          records  rejected  file           what it is
                –         –  lens.json      custom lens
                               · 1 question in 1 pillar
                0         0  1 file in all  0 with evidence

          """)
      try Self.lens.replacing("OURS", with: "X").write(
        to: file, atomically: true, encoding: .utf8)
      let bad = try run(["check", "lens.json"], in: folder)
      #expect(bad.status == 65)
      #expect(
        bad.errors == "error: lens.json:1:65: at /pillars/0: id \"X\" must have 3 to 128 letters, "
          + "digits or underscores\n")
    }
  }

  @Test("The lens of an assessment folder asks the questions of the report")
  func buildsWithLens() throws {
    try withFolder { folder in
      let files = [
        "a/assessment.yaml": "lens: {file: lens/l.json, objectives: {OURS: so-2}}\n",
        "a/lens/l.json": Self.lens, "a/evidence/hub.json": Self.finding,
        "a/answers/a.yaml": "- question: our_1\n  choices: [c_1, c_9]\n",
      ]
      for (path, text) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let drift = "the answer to our_1 selects c_9, which this lens does not have"
      let checked = try run(["check", "a"], in: folder)
      #expect(checked.status == 0 && checked.errors.contains(drift), "\(checked.errors)")
      let built = try run(["build", "a", "-o", "site"], in: folder)
      #expect(built.status == 0 && built.errors.contains(drift), "\(built.errors)")
      let page = try String(
        contentsOf: folder.appending(path: "site/questions.html"), encoding: .utf8)
      #expect(page.contains("Ours &amp; theirs") && page.contains("Is it ours?"))
      #expect(!page.contains("so_3_1"))
    }
  }

  @Test("The order of inputs does not matter")
  func ignoresOrder() throws {
    try withFolder { folder in
      let other = Self.finding.replacing("S3.8", with: "S3.2").replacing(
        "finding/a", with: "finding/b")
      try Self.finding.write(
        to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
      try other.write(to: folder.appending(path: "b.json"), atomically: true, encoding: .utf8)
      #expect(try run(["build", "a.json", "b.json", "-o", "one"], in: folder).status == 0)
      #expect(try run(["build", "b.json", "a.json", "-o", "two"], in: folder).status == 0)
      #expect(
        try tree(folder.appending(path: "one")) == tree(folder.appending(path: "two")))
    }
  }
}
