import AssessmentModel

/// All findings, worst first: open before unknown before set aside before passed; then by the
/// severity of their check; then in their own order, which is that of check, account, region and
/// resource.
struct FindingOrder: Sendable {
  /// Indices into the findings.
  let indices: [Int32]
  /// Where the findings of each check and state stand among them, by check and state.
  private let runs: [Range<Int>]

  private static let states: [Finding.State] = [
    .failed, .unknown, .excepted, .suppressed, .passed,
  ]

  /// `counts` are those of `findings` by check index.
  init(_ findings: [Finding], counts: [FindingCounts], severities: [Severity]) {
    var runs = Array(repeating: 0..<0, count: counts.count * Self.states.count)
    var position = 0
    for state in Self.states {
      for severity in Severity.allCases.reversed() {
        for check in counts.indices where severities[check] == severity {
          let end = position + counts[check][state]
          runs[Self.run(check, state)] = position..<end
          position = end
        }
      }
    }
    var next = runs.map(\.lowerBound)
    var indices = Array(repeating: Int32(0), count: findings.count)
    for (index, finding) in findings.enumerated() {
      let run = Self.run(finding.check, finding.state)
      indices[next[run]] = Int32(index)
      next[run] += 1
    }
    self.indices = indices
    self.runs = runs
  }

  private static func run(_ check: Int, _ state: Finding.State) -> Int {
    check * states.count + Int(state.rawValue)
  }

  /// Where the findings of a check in a state stand, in the order of account and region.
  func positions(ofCheck check: Int, _ state: Finding.State) -> Range<Int> {
    runs[Self.run(check, state)]
  }
}

/// A long list of findings and how it is cut into pages.
struct FindingList: Sendable {
  /// Indices into the findings, in the order of the list.
  let indices: [Int32]
  /// Where each page begins; the first one's 0 is always there.
  private var starts = [0]

  /// A list whose pages hold at most `limit` bytes, the first at most `first`; `size` tells the
  /// most bytes that the row of a finding may take.
  init(
    _ indices: [Int32], first: Int = Page.rowBytes, limit: Int = Page.rowBytes,
    size: (Int) -> Int
  ) {
    self.indices = indices
    var filling = Page.Filling(first: first, limit: limit)
    for position in indices.indices
    where filling.page(ofBytes: size(Int(indices[position]))) > starts.count {
      starts.append(position)
    }
  }

  var pageCount: Int { starts.count }

  /// The findings of a page, counted from 1.
  func page(_ number: Int) -> ArraySlice<Int32> {
    indices[starts[number - 1]..<(number < starts.count ? starts[number] : indices.count)]
  }

  /// The number of the page on which a position of the list stands.
  func pageNumber(ofPosition position: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return low + 1
  }
}
