import FoundationEssentials
import Glibc
import JSON
import Testing

@Suite("A mapped file") struct MappedFileTests {
  @Test("is read again after its memory was given back, and outlives its descriptor")
  func release() throws {
    let path = FileManager.default.temporaryDirectory.path + "/mapped-\(UUID().uuidString).json"
    let list = "[" + (0..<50_000).map { "{\"n\":\($0)}" }.joined(separator: ",") + "]"
    try Data(list.utf8).write(to: URL(filePath: path))
    defer { unsafe unlink(path) }
    let descriptor = unsafe open(path, O_RDONLY)
    let file = try #require(MappedFile(descriptor: descriptor, count: list.utf8.count))
    close(descriptor)
    let text = JSONText(file)
    text.release(0..<text.count)
    text.release(5_000..<5_001)
    var scanner = JSONScanner(text, step: 10_000)
    #expect(try scanner.nextTopLevelValue() == 0..<text.count)
    text.release(3..<text.count - 3)
    let read = text.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    #expect(String(decoding: read, as: UTF8.self) == list)
    #expect(text.byte(at: text.count - 1) == UInt8(ascii: "]"))
  }

  @Test("is nil where the system refuses")
  func refusal() {
    #expect(MappedFile(descriptor: -1, count: 10) == nil)
  }
}
