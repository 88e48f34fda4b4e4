import AssessmentModel
import JSON
import Parallel

/// Reads some files, each by itself; `EvidenceCollector` puts together what several readers read.
///
/// The numbers of files count from 0, rejected ones left out.
struct FileReader {
  /// One file, or one member of a ZIP.
  struct Result {
    enum Outcome {
      case read(FileYield)
      /// Not what it claims.
      case rejected([FileProblem], isSkippable: Bool)
      case unreadable(Obstacle)
    }

    /// The file, without its text.
    var contents: FileContents
    let outcome: Outcome
  }

  /// Files from this size on are hashed while they are read.
  private static let longSize = 1 << 20

  let context: ReadingContext
  /// One for all files: making one takes as long as reading a small file.
  let parser = JSONParser()
  var decoder = FindingDecoder()
  private(set) var results: [Result] = []
  /// The number of the next file that is not rejected.
  private(set) var nextFile = 0

  init(_ context: ReadingContext) { self.context = context }

  /// Reads a file of this name.
  mutating func read(_ file: InputFile, name: String) {
    let text: JSONText
    do {
      text = try file.path.map { try context.disk.read($0) } ?? context.disk.standardInput()
    } catch {
      refuse(file, name: name, Obstacle(error))
      return
    }
    if let path = file.path, text.count >= Self.longSize {
      readLong(file, path, name: name, text)
    } else {
      readBytes(file, name: name, text, threads: 1)
    }
  }

  /// Reads a long file, which must stay as it is meanwhile: it is looked at more than once.
  private mutating func readLong(
    _ file: InputFile, _ path: String, name: String, _ text: JSONText
  ) {
    let stamp = context.disk.stamp(path)
    let (rows, first, number) = (decoder.table.rows.count, results.count, nextFile)
    readBytes(file, name: name, text, threads: context.threads)
    guard context.disk.stamp(path) != stamp else { return }
    decoder.removeRows(from: rows)
    results.removeLast(results.count - first)
    nextFile = number
    refuse(file, name: name, .changed)
  }

  private mutating func readBytes(
    _ file: InputFile, name: String, _ text: JSONText, threads: Int
  ) {
    let contents = FileContents(file, name: name, text: text)
    let first = results.count
    let (digest, _) = Parallel.both(threads: threads, { text.sha256Hex }, { read(contents) })
    for index in results.indices.dropFirst(first) where results[index].contents.sha256.isEmpty {
      results[index].contents.sha256 = digest
    }
  }

  private mutating func refuse(_ file: InputFile, name: String, _ obstacle: Obstacle) {
    let contents = FileContents(file, name: name, text: JSONText(""))
    results.append(Result(contents: contents, outcome: .unreadable(obstacle)))
  }

  /// Keeps what was read from a file.
  mutating func add(_ yield: FileYield, of contents: FileContents) {
    results.append(Result(contents: contents.withoutText, outcome: .read(yield)))
    nextFile += 1
  }

  /// Notes a file that is not what it claims.
  mutating func reject(
    _ contents: FileContents, _ problems: [FileProblem], isSkippable: Bool = true
  ) {
    results.append(
      Result(
        contents: contents.withoutText, outcome: .rejected(problems, isSkippable: isSkippable)))
  }
}

extension JSONText {
  /// The SHA-256 of all bytes; the memory of a long file is given back on the way.
  var sha256Hex: String {
    var digest = Digest()
    let step = 4 << 20
    for start in stride(from: 0, to: count, by: step) {
      let part = start..<min(start + step, count)
      withBytes(in: part) { digest.update($0) }
      release(part)
    }
    return digest.sha256Hex()
  }
}
