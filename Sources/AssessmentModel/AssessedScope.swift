/// The accounts and regions that are judged, declared or found in the evidence.
package struct AssessedScope: Sendable {
  /// An account in scope.
  package struct Account: Sendable {
    package let id: StringID
    /// In the order of their codes.
    package let regions: [StringID]
    /// Partitions of the regions, `aws` when there is none.
    package let partitions: Set<String>
  }

  package let accounts: [Account]
  package let isDeclared: Bool
  /// The identifier of the word `global`.
  package let global: StringID

  /// The accounts in which questions are judged: where evidence names none, one without a name, so
  /// that answers count all the same.
  var judgedAccounts: [StringID] { accounts.isEmpty ? [.none] : accounts.map(\.id) }

  /// Whether checks of a kind have places at all, in one account or in any.
  ///
  /// Without accounts nothing has, and without regions no regional check.
  package func hasPlaces(for scope: Check.Scope, in account: StringID? = nil) -> Bool {
    accounts.contains {
      (account == nil || $0.id == account) && (scope == .global || !$0.regions.isEmpty)
    }
  }

  /// The declared scope.
  init(_ scope: Scope, strings: inout StringTable, global: StringID) {
    var byAccount: [StringID: Set<StringID>] = [:]
    for account in scope.accounts {
      let regions = account.regions.map { strings.intern($0) }
      byAccount[strings.intern(account.id), default: []].formUnion(regions)
    }
    self.init(byAccount, isDeclared: true, strings: strings, global: global)
  }

  /// What a record names.
  private struct NamedPlace: Hashable {
    let account: StringID
    let region: StringID
    /// The record is about its account, whatever region it names.
    let isOfAccount: Bool

    func hash(into hasher: inout Hasher) {
      hasher.combine(UInt64(account.rawValue) << 32 | UInt64(region.rawValue))
    }
  }

  /// The pairs that records and enablement files name (rules.md 2); what Trusted Advisor says outside
  /// the objectives names its account only.
  init(
    observing table: RecordTable, merged: MergedRecords, enablement: [Enablement],
    strings: inout StringTable, global: StringID
  ) {
    var named: Set<NamedPlace> = []
    for (row, outcome) in zip(table.rows.indices, merged.outcomes) where outcome != .later {
      let record = table.rows[row]
      if record.account.isNone { continue }
      // Rows about service limits name every region, whether it is used or not.
      let isElsewhere = record.source == .trustedAdvisor && outcome == .unmapped
      let isOfAccount =
        merged.isGlobal[row] || isElsewhere || record.region.isNone || record.region == global
      named.insert(
        NamedPlace(account: record.account, region: record.region, isOfAccount: isOfAccount))
    }
    var byAccount: [StringID: Set<StringID>] = [:]
    var seen: [StringID: Set<StringID>] = [:]
    for place in named {
      if !place.region.isNone { seen[place.account, default: []].insert(place.region) }
      byAccount[place.account, default: []].formUnion(place.isOfAccount ? [] : [place.region])
    }
    for item in enablement {
      byAccount[strings.intern(item.account), default: []].insert(strings.intern(item.region))
    }
    self.init(byAccount, seen: seen, isDeclared: false, strings: strings, global: global)
  }

  /// `seen` are regions that tell an account's partition, though no regional check is judged there.
  private init(
    _ byAccount: [StringID: Set<StringID>], seen: [StringID: Set<StringID>] = [:],
    isDeclared: Bool, strings: StringTable, global: StringID
  ) {
    self.isDeclared = isDeclared
    self.global = global
    accounts = byAccount.sorted { strings.precedes($0.key, $1.key) }.map { id, regions in
      let told = regions.isEmpty ? (seen[id] ?? []) : regions
      let partitions = Set(told.map { Region.partition(of: strings[$0]) })
      return Account(
        id: id, regions: regions.sorted { strings.precedes($0, $1) },
        partitions: partitions.isEmpty ? ["aws"] : partitions)
    }
  }
}

/// What files prove about controls that are off.
struct EnablementIndex {
  /// Standards that a finding names in an account and region.
  private struct Proof: Hashable {
    let account: StringID
    let region: StringID
    let standards: StringID
  }

  private struct Entry {
    var standards: Set<String>?
    var disabled: Set<String> = []
    /// Lower-case id of a control → parameter → values of the account's own.
    var parameters: [String: [String: [String]]] = [:]
  }

  /// By account and region.
  private var entries: [StringID: [StringID: Entry]] = [:]

  /// Joins the files with the standards that findings prove on, which is one-way evidence.
  init(
    _ enablement: [Enablement], table: RecordTable, merged: MergedRecords,
    strings: inout StringTable
  ) {
    for item in enablement where item.tellsControls {
      let (account, region) = (strings.intern(item.account), strings.intern(item.region))
      var entry = entries[account]?[region] ?? Entry()
      if let standards = item.standards {
        entry.standards = (entry.standards ?? []).union(standards)
      }
      entry.disabled.formUnion(item.disabled.map { $0.lowercased() })
      for (control, values) in item.parameters {
        entry.parameters[control.lowercased(), default: [:]].merge(values) { $0 + $1 }
      }
      entries[account, default: [:]][region] = entry
    }
    guard !entries.isEmpty else { return }
    var proofs: Set<Proof> = []
    for (row, outcome) in zip(table.rows, merged.outcomes)
    where outcome != .later && !row.standards.isNone {
      proofs.insert(Proof(account: row.account, region: row.region, standards: row.standards))
    }
    for proof in proofs where entries[proof.account]?[proof.region]?.standards != nil {
      let proven = strings[proof.standards].split(separator: " ").map(String.init)
      entries[proof.account]?[proof.region]?.standards?.formUnion(proven)
    }
  }

  /// Whether evidence says that the check is off there; `region` is nil for a global check, which
  /// is off only where every listed region of the account has it off.
  func provesOff(
    _ check: Check, account: StringID, region: StringID?, catalogue: Catalogue
  ) -> Bool {
    guard let own = entries[account] else { return false }
    if let region { return own[region].map { isOff(check, in: $0, catalogue) } ?? false }
    return own.values.allSatisfy { isOff(check, in: $0, catalogue) }
  }

  /// The parameters of a check that evidence lists there; `region` is nil for a global check, for
  /// which those of every region count.
  func parameters(
    of check: Check, account: StringID, region: StringID?
  ) -> [[String: [String]]] {
    let own = entries[account] ?? [:]
    let wanted = region.map { region in own[region].map { [$0] } ?? [] } ?? Array(own.values)
    return wanted.compactMap { $0.parameters[check.id.lowercased()] }
  }

  private func isOff(_ check: Check, in entry: Entry, _ catalogue: Catalogue) -> Bool {
    if entry.disabled.contains(check.id.lowercased()) { return true }
    guard let standards = entry.standards else { return false }
    return !standards.contains { catalogue.standard($0, holds: check) }
  }
}
