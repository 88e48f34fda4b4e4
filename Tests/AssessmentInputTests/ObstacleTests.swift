import AssessmentInput
import AssessmentModel
import FoundationEssentials
import Glibc
import JSON
import Testing

/// What stands in a folder and is no file that can be read.
@Suite("Paths that lead to no file")
struct ObstacleTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let name = "so-report-obstacles-\(UInt64.random(in: 0...UInt64.max))"
    let folder = URL.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Sample.hub.utf8).write(to: URL(filePath: folder + "/good.json"))
    try body(folder)
  }

  private func read(_ inputs: [String]) -> ReadResult {
    EvidenceReader.read(EvidenceRequest(inputs: inputs), objectives: [])
  }

  private func makePipe(_ path: String) { #expect(unsafe mkfifo(path, 0o600) == 0) }

  private func link(_ path: String, to target: String) {
    #expect(unsafe symlink(target, path) == 0)
  }

  @Test("A link that leads nowhere or in a circle is a failure; one to a file is read")
  func links() throws {
    try withFolder { folder in
      link(folder + "/broken.json", to: "nowhere.json")
      link(folder + "/one.json", to: "two.json")
      link(folder + "/two.json", to: "one.json")
      link(folder + "/right.json", to: "good.json")
      let result = read([folder])
      #expect(
        result.failureLines == [
          "broken.json: is a link that leads nowhere. Remove it, or put the file in its place.",
          "one.json: is a link in a circle of links. Give the file itself.",
          "two.json: is a link in a circle of links. Give the file itself.",
        ])
      #expect(result.failures.allSatisfy { $0.reason == .unreadable })
      #expect(result.evidence.files.map(\.name) == ["good.json", "right.json"])
      #expect(read([folder + "/one.json"]).failures.map(\.reason) == [.unreadable])
      #expect(read([folder + "/broken.json"]).failures.map(\.reason) == [.missing])
    }
  }

  @Test("Folders that contain themselves by a link are walked through once")
  func circles() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/a", withIntermediateDirectories: true)
      link(folder + "/a/up", to: "..")
      link(folder + "/self", to: ".")
      let result = read([folder])
      #expect(result.failureLines == [])
      #expect(
        result.warningLines == [
          "a/up: is a link to a folder and is not followed",
          "self: is a link to a folder and is not followed",
        ])
    }
  }

  @Test("A pipe or device is never waited for", .timeLimit(.minutes(5)))
  func pipes() throws {
    try withFolder { folder in
      makePipe(folder + "/pipe.json")
      #expect(read([folder]).warningLines == ["pipe.json: is a pipe or a device and is not read"])
      let alone = read([folder + "/pipe.json", "/dev/zero"])
      #expect(alone.failures.map(\.diagnostic.identifier) == ["no-file", "no-file"])
      #expect(alone.failures.allSatisfy { $0.reason == .unreadable })
      makePipe(folder + "/assessment.yaml")
      #expect(
        read([folder]).failureLines == [
          "assessment.yaml: is a pipe or a device, and decides how all else is read. "
            + "Put a file in its place."
        ])
      // Even when it takes the place of a file that was found.
      let disk = FileAccess.disk
      #expect(throws: POSIXError(.ENODEV)) { _ = try disk.read(folder + "/pipe.json") }
    }
  }

  @Test("Names of any character are read, but for those that are not UTF-8")
  func names() throws {
    try withFolder { folder in
      let names = [
        "a\nb.json", "\u{1B}[31m.json", "日本.json", " ", String(repeating: "n", count: 255),
      ]
      for name in names { try Data(Sample.hub.utf8).write(to: URL(filePath: folder + "/" + name)) }
      let bytes = Array((folder + "/caf").utf8).map { CChar(bitPattern: $0) } + [-23, 0x0A, 0]
      let file = unsafe open(bytes, O_CREAT | O_WRONLY, 0o600)
      #expect(file >= 0)
      close(file)
      let result = read([folder])
      #expect(Set(result.evidence.files.map(\.name)) == Set(names + ["good.json"]))
      #expect(result.failures.map(\.diagnostic.identifier) == ["name-not-utf-8"])
      #expect(result.failures.first?.diagnostic.file == "caf\\xE9\n")
      #expect(result.failures.first?.reason == .unreadable)
    }
  }

  @Test("A path that is too long for the system is named as that")
  func longPaths() throws {
    let name = String(repeating: "n", count: 256)
    let result = read([name])
    #expect(result.failures.map(\.reason) == [.unreadable])
    #expect(result.failures.first?.diagnostic.summary.contains("longer than the system") == true)
  }

  @Test(
    "What keeps a file from being read is named",
    arguments: [
      (POSIXErrorCode.EACCES, "cannot be read: permission denied. Check its permissions."),
      (.EIO, "cannot be read: the disk reports an error. Copy the file from where it came."),
      (
        .ENOENT,
        "is gone: it was there when its folder was listed. "
          + "Run it again when nothing changes the folder."
      ),
      (.EMFILE, "cannot be opened or read (error 24 of the system). Check its permissions."),
    ])
  func errors(code: POSIXErrorCode, line: String) {
    for name in ["x.json", "assessment.yaml"] {
      var disk = FileAccess.holding(["in/\(name)": [], "in/good.json": Array("[]".utf8)])
      let read = disk.read
      disk.read = { path in
        if path == "in/\(name)" { throw POSIXError(code) }
        return try read(path)
      }
      let result = EvidenceReader.read(
        EvidenceRequest(inputs: ["in"]), disk: disk, objectives: [])
      #expect(result.failureLines == ["\(name): \(line)"])
      #expect(result.failures.map(\.reason) == [.unreadable])
      #expect(
        result.listing.map(\.isRejected) == (name == "x.json" ? [false, true] : [true, false]))
    }
  }

  @Test("A folder that cannot be listed, and a file behind it, are failures")
  func denied() {
    var disk = FileAccess.holding(["in/a/x.json": [], "in/b.json": Array("[]".utf8)])
    let (list, kind) = (disk.list, disk.kind)
    disk.list = { path in
      if path == "in/a" { throw POSIXError(.EACCES) }
      return try list(path)
    }
    func failures(_ inputs: [String]) -> [String] {
      EvidenceReader.read(EvidenceRequest(inputs: inputs), disk: disk, objectives: []).failureLines
    }
    #expect(failures(["in"]) == ["a: cannot be listed: permission denied. Check its permissions."])
    disk.kind = { path in path == "in/a" ? nil : kind(path) }
    disk.obstacle = { _ in .denied }
    #expect(failures(["in"]) == ["a: cannot be read: permission denied. Check its permissions."])
    #expect(
      failures(["in/a"]) == ["in/a: cannot be read: permission denied. Check its permissions."])
  }

  @Test("A long file that is written while it is read is a failure, and nothing of it is kept")
  func changes() {
    let hub = Sample.export(Sample.finding())
    let long = Array(repeating: UInt8(ascii: " "), count: 1 << 20)
    var disk = FileAccess.holding([
      "in/a.json": Array(hub.utf8) + long, "in/b.json": Array(hub.utf8) + long,
      "in/c.json": Array("{".utf8) + long, "in/d.json": Array(hub.utf8),
    ])
    nonisolated(unsafe) var looks = 0
    disk.stamp = { path in
      if path != "in/a.json" { unsafe looks += 1 }
      return unsafe [path == "in/a.json" ? 0 : looks]
    }
    var request = EvidenceRequest(inputs: ["in"])
    request.threads = 1
    let result = EvidenceReader.read(
      request, disk: disk, objectives: [])
    let line = "was written while it was read. Run it again when nothing writes to the file."
    #expect(result.failureLines == ["b.json: \(line)", "c.json: \(line)"])
    #expect(result.failures.allSatisfy { $0.reason == .unreadable })
    #expect(result.evidence.files.map(\.name) == ["a.json", "d.json"])
    #expect(result.evidence.records.rows.map(\.file) == [0, 1])
  }

  @Test(
    "Standard input has one name, however it is given and however often",
    arguments: [
      ["-"], ["-", "-"], ["-", "/dev/stdin"], ["/dev/fd/0", "-", "/proc/self/fd/0"],
    ])
  func standardInput(inputs: [String]) {
    let disk = FileAccess.holding([:], standardInput: Array(Sample.export(Sample.finding()).utf8))
    let result = EvidenceReader.read(
      EvidenceRequest(inputs: inputs), disk: disk, objectives: [])
    #expect(result.failureLines == [])
    #expect(result.evidence.files.map(\.name) == ["standard input"])
  }

  @Test(
    "Standard input that is empty, binary, closed or endless is a failure that names it",
    arguments: [
      ("", "standard input:1:1 (byte 0): the file is empty. Export it again, or remove it."),
      (
        "\u{1}\u{2}",
        "standard input:1:1 (byte 0): expected text or JSON, found the control byte 0x01"
      ),
    ])
  func badStandardInput(text: String, line: String) {
    let disk = FileAccess.holding([:], standardInput: Array(text.utf8))
    let result = EvidenceReader.read(EvidenceRequest(inputs: ["-"]), disk: disk, objectives: [])
    #expect(result.failureLines == [line])
    var closed = disk
    closed.standardInput = { throw POSIXError(.EBADF) }
    #expect(
      EvidenceReader.read(EvidenceRequest(inputs: ["-"]), disk: closed, objectives: [])
        .failureLines == [
          "standard input: is closed. Pipe a file into it, or name the file."
        ])
  }

  @Test("Twenty thousand small files are read", .timeLimit(.minutes(5)))
  func manyFiles() {
    let disk = FileAccess(
      kind: { $0 == "in" ? .folder : $0.hasSuffix(".json") ? .file : nil },
      list: { _ in (0..<20_000).map { "\($0).json" } }, bytes: { _ in Array(Sample.hub.utf8) })
    let result = EvidenceReader.read(EvidenceRequest(inputs: ["in"]), disk: disk, objectives: [])
    #expect(result.failureLines == [])
    #expect(result.evidence.files.count == 20_000)
  }
}
