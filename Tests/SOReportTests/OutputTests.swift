import Foundation
import Testing

@Suite("A run writes") struct OutputTests {
  @Test("a folder, a ZIP and a single file at once, and says what to open and how large they are")
  func all() throws {
    try Program.inFolder { program in
      let outcome = try program.run([
        "demo", "-o", "site", "--bundle", "site.zip", "--single-file", "site.html",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let lines = outcome.output.split(separator: "\n").map { $0.split(separator: "/").last }
      #expect(lines == ["index.html", "site.zip", "site.html"])
      #expect(outcome.errors.contains(/The ZIP has \d+\.\d KB\./))
      #expect(outcome.errors.contains(/The single file has \d+\.\d MB\./))
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      #expect(
        names.filter { !$0.hasPrefix(".std") }.sorted() == ["site", "site.html", "site.zip"])
    }
  }

  @Test("a ZIP or a single file alone, with the same bytes anywhere")
  func alone() throws {
    try Program.inFolder { program in
      let names = ["--bundle": "a.zip", "--single-file": "a.html"]
      for (option, name) in names {
        let first = try program.run(
          ["demo", option, name],
          environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"])
        #expect(first.status == 0 && first.errors.contains(" pages written."))
        let second = try program.run(
          ["demo", option, "b-" + name], shell: #"umask 077; exec "$0" "$@""#)
        #expect(second.status == 0)
        let files = try [name, "b-" + name].map {
          try Data(contentsOf: program.folder.appending(path: $0))
        }
        #expect(files[0] == files[1] && files[0].count > 100_000)
      }
    }
  }

  @Test("nothing where one of its places is taken by something else")
  func refused() throws {
    try Program.inFolder { program in
      try program.write("evidence".utf8, to: "a.zip")
      try program.write("<html>".utf8, to: "a.html")
      for arguments in [
        ["--bundle", "a.zip"], ["--single-file", "a.html"], ["--bundle", "."],
        ["--bundle", "b.zip", "--single-file", "b.zip"],
      ] {
        let outcome = try program.run(["demo", "-o", "site"] + arguments)
        #expect(
          outcome.status == (arguments.count > 2 ? 64 : 73), "\(arguments) \(outcome.errors)")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      #expect(names.filter { !$0.hasPrefix(".std") }.sorted() == ["a.html", "a.zip"])
    }
  }

  @Test("nothing where two outputs have one path")
  func onePath() throws {
    try Program.inFolder { program in
      let outcome = try program.run(["demo", "-o", "site/", "--bundle", "./site"])
      #expect(outcome.status == 64 && outcome.errors.contains("needs a path of its own"))
    }
  }

  @Test(
    "no result without saying so where standard output takes none, but for who reads no further")
  func fullDisk() throws {
    try Program.inFolder { program in
      for arguments in [["explain", "IAM.3"], ["lens"], ["demo", "-o", "site"]] {
        let full = try program.run(arguments, shell: #"exec "$0" "$@" > /dev/full"#)
        #expect(full.status == 74 && full.errors.contains("standard output cannot be written"))
      }
      let read = try program.run(["lens"], shell: #"{ "$0" "$@"; echo $? >&2; } | true"#)
      #expect(read.errors == "0\n")
    }
  }

  @Test("only JSON to standard error where diagnostics are JSON")
  func onlyJSON() throws {
    try Program.inFolder { program in
      let errors = try program.run(["demo", "-o", "site", "--diagnostics", "json"]).errors
      #expect(!errors.isEmpty)
      for line in errors.split(separator: "\n") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    }
  }

  @Test("no ZIP into the folder that it replaces")
  func inside() throws {
    try Program.inFolder { program in
      #expect(try program.run(["demo", "-o", "site"]).status == 0)
      let before = try program.tree("site")
      let outcome = try program.run(["demo", "-o", "site", "--bundle", "site/report.zip"])
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("lies in the report's own folder"))
      #expect(try program.tree("site") == before)
    }
  }

  @Test("nowhere when nobody says where")
  func nowhere() throws {
    try Program.inFolder { program in
      let outcome = try program.run(["demo"])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--output DIR, --bundle ZIP, --single-file HTML"))
    }
  }
}
