import AssessmentModel
import JSON

/// Records of one file that one thread decodes: a part of a long list.
struct FindingsChunk {
  /// Text from this size on is cut into chunks.
  static let size = 4 << 20

  /// The places of the records in the text.
  private(set) var records: [Range<Int>] = []
  /// Number of the first record in its file, from 1.
  let firstNumber: Int

  /// Takes records from `next` until the chunk is long enough; none when there are no more.
  init(firstNumber: Int, _ next: () throws(JSONError) -> Range<Int>?) throws(Stop) {
    self.firstNumber = firstNumber
    do {
      while range.count < Self.size, let record = try next() { records.append(record) }
    } catch {
      throw .json(error)
    }
  }

  /// The part of the text, from the first record to the last.
  private var range: Range<Int> {
    (records.first?.lowerBound ?? 0)..<(records.last?.upperBound ?? 0)
  }

  /// Why the reading of a list ends early.
  enum Stop: Error {
    case json(JSONError)
    /// Something else than a finding begins there.
    case other(offset: Int)
  }

  /// What a chunk came to.
  struct Decoded {
    var table = RecordTable()
    var decoded = 0
    /// Records that carry no result.
    var metadata = 0
    /// By number and place.
    var rejections: [(number: Int, offset: Int, problem: RecordProblem)] = []
    /// Where the first record begins that is no finding; it and all behind it are not decoded.
    var stop: Int?
  }

  /// Decodes the records up to the first that `isFinding` refuses; throws when one is no JSON.
  func decode(
    _ text: JSONText, _ source: JSONFileReader.Origin, while isFinding: (JSONValue) -> Bool
  ) throws(Stop) -> Decoded {
    let parser = JSONParser()
    var decoder = FindingDecoder()
    var result = Decoded()
    for (index, record) in records.enumerated() {
      let value = try Self.parse(text, record, with: parser)
      guard isFinding(value) else {
        result.stop = record.lowerBound
        break
      }
      do throws(RecordProblem) {
        let outcome = try decoder.decode(
          value, number: firstNumber + index, file: source.file, placement: source.placement)
        if outcome == .metadata { result.metadata += 1 } else { result.decoded += 1 }
      } catch {
        result.rejections.append((firstNumber + index, record.lowerBound, error))
      }
    }
    result.table = decoder.table
    text.release(range)
    return result
  }

  private static func parse(
    _ text: JSONText, _ record: Range<Int>, with parser: JSONParser
  ) throws(Stop) -> JSONValue {
    do {
      return try parser.parse(text, record)
    } catch {
      throw .json(error)
    }
  }
}
