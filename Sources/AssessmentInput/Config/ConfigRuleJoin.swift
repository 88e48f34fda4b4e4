import AssessmentModel

/// Gives results of AWS Config what describe-config-rules says of their rules, in whatever order the
/// files were read.
struct ConfigRuleJoin {
  private struct Key: Hashable {
    let name: String
    let place: AccountRegion?
  }

  /// Facts by name and place; nil where files contradict each other.
  private var descriptions: [Key: ConfigRuleDescription?] = [:]

  init(_ facts: [ConfigRuleFact]) {
    for fact in facts {
      let key = Key(name: fact.name, place: fact.place)
      if let known = descriptions[key], known != fact.description {
        descriptions[key] = .some(nil)
      } else {
        descriptions[key] = fact.description
      }
    }
  }

  private struct Use: Hashable {
    let reference: UInt32
    let account: StringID
    let region: StringID
  }

  /// Replaces the references of rules of which something is known; the names stay.
  func apply(to table: inout RecordTable) {
    guard !descriptions.isEmpty else { return }
    var uses: [Use: (reference: UInt32, parameters: StringID)?] = [:]
    for index in table.rows.indices where table.rows[index].source == .config {
      let row = table.rows[index]
      let use = Use(reference: row.reference, account: row.account, region: row.region)
      let found = uses[use] ?? described(row, in: &table)
      uses[use] = .some(found)
      guard let found else { continue }
      table.rows[index].reference = found.reference
      table.rows[index].parameters = found.parameters
    }
  }

  private func described(
    _ row: Record, in table: inout RecordTable
  ) -> (reference: UInt32, parameters: StringID)? {
    guard case .configRule(let name, nil) = table.references[Int(row.reference)] else { return nil }
    let place = AccountRegion(
      account: table.strings[row.account], region: table.strings[row.region])
    let own = descriptions[Key(name: name, place: place)]
    guard let description = (own ?? descriptions[Key(name: name, place: nil)]) ?? nil else {
      return nil
    }
    let parameters = description.parameters.mapValues { value in
      value.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
    return (
      table.intern(.configRule(name, description)),
      table.strings.intern(Parameters.text(parameters))
    )
  }
}
