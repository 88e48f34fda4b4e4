/// Takes rows out of findings.csv as it passes, those of an excerpt's checks and accounts.
///
///     var findings = ExcerptFindings(scope)
///     try site.read("findings.csv") { findings.append($0) }
///
/// Rows are those of RFC 4180: a quoted cell may hold commas and line ends. They are kept as they
/// are, with the headings before them.
package struct ExcerptFindings {
  private let checks: Set<String>
  /// Nil for all.
  private let accounts: Set<String>?
  /// The rows that are kept.
  package private(set) var bytes: [UInt8] = []
  /// How many they are, without the headings.
  package private(set) var count = 0

  private var row: [UInt8] = []
  /// Where the cells of the row end.
  private var ends: [Int] = []
  private var isQuoted = false
  private var columns: (check: Int, account: Int)?

  package init(_ scope: ExcerptScope) {
    checks = Set(scope.checks)
    accounts = scope.accounts.isEmpty ? nil : Set(scope.accounts)
  }

  /// Takes in the next bytes of the file.
  package mutating func append(_ piece: Span<UInt8>) {
    for index in piece.indices {
      let byte = piece[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted { ends.append(row.count) }
      row.append(byte)
      if byte == UInt8(ascii: "\n"), !isQuoted { endRow() }
    }
  }

  private mutating func endRow() {
    defer {
      row.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
    }
    guard let columns else {
      let names = (0...ends.count).map(cell)
      self.columns = (
        names.firstIndex(of: "check") ?? names.count, names.firstIndex(of: "account") ?? names.count
      )
      bytes += row
      return
    }
    guard checks.contains(SiteMap.fileName(cell(columns.check))),
      accounts?.contains(SiteMap.fileName(cell(columns.account))) ?? true
    else { return }
    bytes += row
    count += 1
  }

  /// A cell of the row as it is written; empty where there are fewer.
  private func cell(_ number: Int) -> String {
    guard number <= ends.count else { return "" }
    let start = number == 0 ? 0 : ends[number - 1] + 1
    let end = number < ends.count ? ends[number] : row.count
    let text = String(decoding: row[start..<end], as: UTF8.self)
    return String(text.drop { $0 == "\"" }.prefix { !"\"\r\n".contains($0) && $0 != "\r\n" })
  }
}
