import FoundationEssentials
import Glibc
import Publication
import Testing

@Suite("A mapped file that shrinks while it is read") struct MappedFileGuardTests {
  @Test("ends the process with its exit code and one line that names it")
  func names() async {
    let path = Self.path("so-report-gone \"\u{1B}é\n")
    defer { _ = unsafe unlink(path) }
    let result = await #expect(
      processExitsWith: .exitCode(74), observing: [\.standardErrorContent]
    ) { [path = path as String] in
      MappedFileGuard.exit(with: 74, asJSON: false)
      Self.readWhatIsGone(path)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.hasPrefix("error: /"))
    #expect(
      text.hasSuffix(
        #"-so-report-gone \x22\x1B\xC3\xA9\x5C012: shrank while it was read, "#
          + "or the disk does not give it. Run it again when nothing writes to the file.\n"))
  }

  @Test("is named in JSON where diagnostics are JSON")
  func isJSON() async throws {
    struct Line: Decodable {
      let severity, identifier, file, summary, remedy: String
    }
    let path = Self.path("so-report-gone \"\\")
    defer { _ = unsafe unlink(path) }
    let result = await #expect(
      processExitsWith: .exitCode(74), observing: [\.standardErrorContent]
    ) { [path = path as String] in
      MappedFileGuard.exit(with: 74, asJSON: true)
      Self.readWhatIsGone(path)
    }
    let bytes = Data(result?.standardErrorContent ?? [])
    let line = try JSONDecoder().decode(Line.self, from: bytes)
    #expect(line.identifier == "file-shrank" && line.severity == "error")
    #expect(line.file.hasSuffix(#"so-report-gone "\"#))
  }

  private static func path(_ name: String) -> String {
    URL.temporaryDirectory.appending(path: "\(UInt64.random(in: 0...UInt64.max))-\(name)").path
  }

  /// Maps a file of two pages, empties it and reads its second page.
  private static func readWhatIsGone(_ path: String) {
    let file = unsafe open(path, O_CREAT | O_RDWR, 0o600)
    ftruncate(file, 16 << 10)
    let start = unsafe mmap(nil, 16 << 10, PROT_READ, MAP_PRIVATE, file, 0)
    ftruncate(file, 0)
    let byte = unsafe start?.load(fromByteOffset: 8 << 10, as: UInt8.self)
    preconditionFailure("What is gone was read: \(byte ?? 0)")
  }
}
