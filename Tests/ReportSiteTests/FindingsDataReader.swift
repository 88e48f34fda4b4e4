import AssessmentModel
import Foundation

@testable import ReportSite

/// Reads the explorer's data as its script does.
struct FindingsDataReader {
  struct Unreadable: Error {}

  /// What findings share, and the files of findings.
  let shared: [String: Any]
  let parts: [[String: Any]]
  /// For each finding the first cells of its row of findings.csv, with its evidence.
  private(set) var rows: [[String]] = []

  init(_ site: Site) throws {
    let parse = { (number: Int) throws -> [String: Any] in
      let path = number == 0 ? "data/findings.js" : "data/findings-\(number).js"
      let text = site.files[path] ?? ""
      let (head, tail) = ("soReport.findings(\(number), ", ");\n")
      guard text.hasPrefix(head), text.hasSuffix(tail) else { throw Unreadable() }
      let json = text.dropFirst(head.count).dropLast(tail.count)
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
      guard let object = object as? [String: Any] else { throw Unreadable() }
      return object
    }
    shared = try parse(0)
    let count = (shared["parts"] as? [Int] ?? []).count
    parts = try (0..<count).map { try parse($0 + 1) }
    for part in parts { append(part) }
  }

  func texts(_ key: String) -> [[String]] { shared[key] as? [[String]] ?? [] }

  private mutating func append(_ part: [String: Any]) {
    let checks = (shared["checks"] as? [[String: Any]] ?? []).map { $0["id"] as? String ?? "" }
    let regions = shared["regions"] as? [String] ?? []
    let ids = Array(part["ids"] as? String ?? "")
    let suffixes = part["names"] as? [String] ?? []
    var at = 0
    for run in part["runs"] as? [[Any]] ?? [] {
      let numbers = run.dropLast().map { $0 as? Int ?? -1 }
      let account = texts("accounts")[numbers[4]]
      for _ in 0..<numbers[0] {
        rows.append([
          checks[numbers[3]] + "-" + String(ids[(at * 10)..<(at * 10 + 10)]),
          texts("states")[numbers[1]][0], texts("severities")[numbers[2]][0], checks[numbers[3]],
          account[0], account[1], regions[numbers[5]],
          (run.last as? String ?? "") + suffixes[at], moment(part, at, isFirst: true),
          moment(part, at, isFirst: false), sources(part, at), exception(part, at),
          evidence(part, at),
        ])
        at += 1
      }
    }
  }

  private func moment(_ part: [String: Any], _ at: Int, isFirst: Bool) -> String {
    let asOf = shared["asOf"] as? Int ?? 0
    let first = (part["first"] as? [Any])?[at] as? Int
    let last = (part["last"] as? [Any])?[at] as? Int
    let base = asOf - (first ?? 0)
    let seconds = isFirst ? first.map { _ in base } : last.map { base + $0 }
    return seconds.map { Instant(seconds: Int64($0)).rfc3339 } ?? ""
  }

  private func sources(_ part: [String: Any], _ at: Int) -> String {
    let set = Int(String(Array(part["sources"] as? String ?? "")[at]), radix: 16) ?? 0
    let names = shared["sources"] as? [String] ?? []
    return names.indices.filter { set & (1 << $0) != 0 }.map { names[$0] }.joined(separator: " ")
  }

  private func exception(_ part: [String: Any], _ at: Int) -> String {
    let list = part["exceptions"] as? [Int] ?? []
    let place = stride(from: 0, to: list.count, by: 2).first { list[$0] == at }
    return place.map { texts("exceptions")[list[$0 + 1]][0] } ?? ""
  }

  private func evidence(_ part: [String: Any], _ at: Int) -> String {
    let files = part["files"] as? [String] ?? []
    let changes = part["file"] as? [Int] ?? []
    let own = Array(stride(from: 0, to: changes.count, by: 2)).last { changes[$0] <= at } ?? 0
    var list = [changes[own + 1], (part["records"] as? [Int] ?? [])[at]]
    let others = part["witnesses"] as? [[Int]] ?? []
    list += others.first { $0[0] == at }.map { Array($0.dropFirst()) } ?? []
    return stride(from: 0, to: list.count, by: 2).map { "\(files[list[$0]])#\(list[$0 + 1])" }
      .joined(separator: "; ")
  }
}
