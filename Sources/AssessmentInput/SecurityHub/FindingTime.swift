import AssessmentModel
import JSON

/// A time in a finding: text as AWS writes it, seconds since 1970, or the Python SDK's recording.
enum FindingTime: Equatable {
  case absent
  case unreadable
  case seconds(Int64)

  init(_ value: JSONValue?) {
    guard let value, !value.isNull else {
      self = .absent
      return
    }
    let seconds: Int64? =
      switch value.kind {
      case .string: value.withUTF8 { Instant(utf8: $0)?.seconds } ?? nil
      case .number: value.double.flatMap(Self.seconds(ofEpoch:))
      case .object: Self.seconds(ofRecording: value)
      default: nil
      }
    self = seconds.map { .seconds($0) } ?? .unreadable
  }

  /// A time of OCSF: a number beside its text, such as `time` and `time_dt`.
  ///
  /// The number counts; a text without a zone is taken as UTC, and Prowler writes its machine's
  /// local time there. Before OCSF's numbers, Prowler wrote text in the number's place.
  init(_ number: JSONValue?, text: JSONValue?) {
    let (told, written) = (FindingTime(number), FindingTime(text))
    if number?.kind == .number, case .seconds = told {
      self = told
    } else if case .seconds = written {
      self = written
    } else {
      self = told == .absent ? written : told
    }
  }

  /// The seconds, or the mark of a record without a time.
  var orUndated: Int64 {
    if case .seconds(let seconds) = self { seconds } else { Record.undated }
  }

  /// The time as the model has it; nil when there is none.
  var instant: Instant? {
    if case .seconds(let seconds) = self { Instant(seconds: seconds) } else { nil }
  }

  /// Seconds since 1970; numbers that would be in the far future count milliseconds.
  static func seconds(ofEpoch number: Double) -> Int64? {
    let seconds = number.magnitude > 100_000_000_000 ? number / 1000 : number
    return Int64(exactly: seconds.rounded(.down)).flatMap {
      Instant.readable.contains($0) ? $0 : nil
    }
  }

  /// `{"__class__": "datetime", "year": 2026, …}`, in UTC.
  private static func seconds(ofRecording value: JSONValue) -> Int64? {
    guard value["__class__"]?.isString("datetime") ?? false else { return nil }
    let (year, others) = (value["year"]?.int ?? -1, ["month", "day", "hour", "minute", "second"])
    let parts = others.map { value[$0]?.int ?? 0 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return Instant("\(year)-\(parts[0])-\(parts[1])T\(parts[2]):\(parts[3]):\(parts[4])Z")?.seconds
  }
}
