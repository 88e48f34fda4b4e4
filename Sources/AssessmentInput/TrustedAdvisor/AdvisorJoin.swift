import AssessmentModel

/// Makes records of Trusted Advisor's rows, once all files are read: names of checks, columns and
/// recommendations may stand in other files than the rows.
struct AdvisorJoin {
  private let checks: AdvisorChecks
  private let files: [EvidenceFile]
  private(set) var diagnostics: [Diagnostic] = []
  private var filesWithoutCheck: Set<Int> = []

  init(_ checks: AdvisorChecks, files: [EvidenceFile]) {
    self.checks = checks
    self.files = files
  }

  /// Adds a record for each row.
  mutating func append(_ rows: [AdvisorRow], to table: inout RecordTable) {
    for row in rows {
      let check = checks.check(of: row) ?? unknown(row)
      table.rows.append(record(row, check, &table))
    }
  }

  /// A row whose recommendation no file names is of a check that is not known.
  private mutating func unknown(_ row: AdvisorRow) -> TrustedAdvisorCheck {
    guard case .recommendation(let arn) = row.check else {
      preconditionFailure("Only a recommendation can be unknown.")
    }
    if filesWithoutCheck.insert(row.file).inserted {
      diagnostics.append(
        Diagnostic(
          .warning, "unknown-recommendation", file: files[row.file].name,
          "it is not known to which check its results belong, so no objective counts them",
          remedy: "Put the output of list-recommendations beside it."))
    }
    return TrustedAdvisorCheck(id: arn, name: "")
  }

  private func record(
    _ row: AdvisorRow, _ check: TrustedAdvisorCheck, _ table: inout RecordTable
  ) -> Record {
    let cells = AdvisorCells(row, of: check)
    let resource = AdvisorResource(row, cells, of: check) { table.strings.find($0) != nil }
    var record = Record()
    (record.file, record.number) = (UInt32(row.file), UInt32(row.number))
    record.source = .trustedAdvisor
    record.reference = table.intern(.trustedAdvisor(check.id))
    (record.form, record.isListed) = (row.form, row.isListed)
    (record.status, record.isSuppressed) = (row.colour.status, row.isSuppressed)
    record.severity = row.colour.severity
    record.account = table.strings.intern(row.account ?? "")
    record.region = table.strings.intern(resource.region)
    record.resource = table.strings.intern(resource.name)
    record.title = table.strings.intern(check.name)
    record.note = table.strings.intern(row.isSuppressed ? row.note ?? "" : "")
    record.reason = table.strings.intern(reason(row, cells))
    record.updated = row.updated
    // The same item in another list, or in an event, is the same record.
    let identity = [check.id, row.account ?? "", resource.region, resource.name, cells.identity]
    record.id = table.strings.intern("trusted-advisor/" + identity.joined(separator: "/"))
    return record
  }

  /// What the cells say, and what a person noted.
  private func reason(_ row: AdvisorRow, _ cells: AdvisorCells) -> String {
    var parts = [cells.text]
    if let note = row.note, !row.isSuppressed { parts.append(note) }
    if row.form == .byRule { parts.append("the colour of the whole check, without its resources") }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
