// What a finding is about, and the records that report it.
extension SyntheticExport.Iterator {
  /// The next thing that a control found, reported once.
  mutating func makeFact() -> SyntheticFinding {
    let number = facts
    facts += 1
    let status = random.choice(shares: [
      ("FAILED", 38), ("PASSED", 55), ("WARNING", 4), ("NOT_AVAILABLE", 3),
    ])
    let workflow = random.choice(shares: [("NEW", 80), ("NOTIFIED", 14), ("SUPPRESSED", 6)])
    let stage = random.choice(of: ["prod", "dev", "stage", "shared", "legacy"])
    let team = random.choice(of: ["billing", "orders", "auth", "lake", "web", "ci"])
    return SyntheticFinding(
      fact: number, form: .consolidated, uuid: makeUUID(), account: random.choice(of: accounts),
      region: random.choice(of: SyntheticExport.regions), isArchived: random.below(100) < 7,
      status: status, workflow: status == "PASSED" ? "RESOLVED" : workflow,
      control: random.choice(of: SyntheticControl.all),
      name: "\(stage)-\(team)-\(SyntheticTime.digits(number, 7))", updated: .random(&random))
  }

  /// Why a fact has several records.
  private enum Twins {
    case none, standards, switchedToConsolidated, regions, replaced, copied, updated, closed
  }

  /// The records of one fact: a single one for less than half of them.
  mutating func makeRecords(of fact: SyntheticFinding) -> [SyntheticFinding] {
    let twins = random.choice(shares: [
      (Twins.none, 40), (.standards, 14), (.switchedToConsolidated, 6), (.regions, 12),
      (.replaced, 10), (.copied, 8), (.updated, 6), (.closed, 4),
    ])
    switch twins {
    case .none: return [fact]
    case .standards: return perStandard(fact)
    case .switchedToConsolidated: return [fact] + perStandard(earlier(fact, byHours: 3))
    case .regions:
      // Other controls report a resource in its own region only.
      return fact.control.isGlobal ? [fact] + inOtherRegions(fact) : [fact]
    case .replaced:
      // Until July 2025 a changed status made a new record and archived the old one.
      var old = earlier(fact, byHours: 100)
      old.uuid = makeUUID()
      old.isArchived = true
      return [fact, old]
    case .copied: return [fact, fact]
    case .updated:
      var old = earlier(fact, byHours: 50)
      old.turn()
      return [fact, old]
    case .closed:
      var closed = fact
      closed.isArchived = true
      return [earlier(fact, byHours: 5), closed]
    }
  }

  /// A record for each standard that holds the control; of some, one says otherwise.
  private mutating func perStandard(_ fact: SyntheticFinding) -> [SyntheticFinding] {
    let standards = ["aws-foundational-security-best-practices/v/1.0.0", "nist-800-53/v/5.0.0"]
    var records = standards.map { standard in
      var record = fact
      record.form = .perStandard(standard)
      record.uuid = makeUUID()
      return record
    }
    if random.below(100) < 25 { records[1].turn() }
    return records
  }

  private mutating func inOtherRegions(_ fact: SyntheticFinding) -> [SyntheticFinding] {
    let others = SyntheticExport.regions.filter { $0 != fact.region }
    return random.shuffled(others).prefix(2).map { region in
      var record = fact
      record.region = region
      record.uuid = makeUUID()
      return record
    }
  }

  private func earlier(_ fact: SyntheticFinding, byHours hours: Int) -> SyntheticFinding {
    var record = fact
    record.updated = fact.updated.earlier(byHours: hours)
    return record
  }

  private mutating func makeUUID() -> String {
    let (high, low) = (random.next(), random.next())
    let digits = [
      high >> 32, high >> 16 & 0xFFFF, high & 0xFFFF, low >> 48, low & 0xFFFF_FFFF_FFFF,
    ]
    return zip(digits, [8, 4, 4, 4, 12]).map { number, width in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: width - text.count) + text
    }.joined(separator: "-")
  }
}

extension SyntheticFinding {
  /// Lets a failed record pass, and any other fail.
  fileprivate mutating func turn() {
    workflow = status == "FAILED" ? "RESOLVED" : "NEW"
    status = status == "FAILED" ? "PASSED" : "FAILED"
  }
}
