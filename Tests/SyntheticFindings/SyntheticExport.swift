/// The findings of an export, shaped like a real one of an organisation; nothing in it is real.
///
///     for finding in SyntheticExport(findings: 1000) { print(finding.json) }
///
/// Two exports with equal properties hold equal findings. Without twins no two findings are about
/// the same thing; an export with twins has what real ones have and merging is for.
package struct SyntheticExport: Sequence, Sendable {
  /// How many findings there are, twins included.
  package var findings: Int
  package var accounts: Int
  package var seed: UInt64
  /// Whether findings have twins: those of other standards, regions and times, and copies.
  package var hasTwins: Bool

  package init(findings: Int, accounts: Int = 25, seed: UInt64 = 1, hasTwins: Bool = false) {
    precondition(findings >= 0 && 1...9999 ~= accounts, "An export is of 1 to 9999 accounts.")
    self.findings = findings
    self.accounts = accounts
    self.seed = seed
    self.hasTwins = hasTwins
  }

  package func makeIterator() -> Iterator { Iterator(self) }

  static let regions = [
    "us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-1", "ap-northeast-1",
  ]

  /// Makes one finding after another; holds about two hundred twins that wait for their turn.
  package struct Iterator: IteratorProtocol {
    var random: SeededRandom
    let accounts: [String]
    /// How many facts there are so far.
    var facts = 0
    private let hasTwins: Bool
    private var left: Int
    private var waiting: [SyntheticFinding] = []

    init(_ export: SyntheticExport) {
      random = SeededRandom(seed: export.seed)
      accounts = (1...export.accounts).map { "11112222" + SyntheticTime.digits($0, 4) }
      hasTwins = export.hasTwins
      left = export.findings
    }

    package mutating func next() -> SyntheticFinding? {
      guard left > 0 else { return nil }
      defer { left -= 1 }
      guard hasTwins else { return makeFact() }
      if waiting.count == left || random.below(200) < waiting.count { return takeWaiting() }
      let fact = makeFact()
      let records = makeRecords(of: fact)
      guard waiting.count + records.count <= left else { return fact }
      waiting += records
      return takeWaiting()
    }

    /// Takes any that waits, so that an old record may come before a newer one or after it.
    private mutating func takeWaiting() -> SyntheticFinding {
      waiting.swapAt(random.below(waiting.count), waiting.count - 1)
      return waiting.removeLast()
    }
  }
}
