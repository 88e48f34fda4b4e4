/// What the assessment as a whole should make a reader careful about (rules.md 5 and 10).
struct Warnings {
  let evidence: Evidence
  let merged: MergedRecords
  let catalogue: Catalogue
  let asOf: Instant
  /// What each file holds.
  let results: [Contents]

  init(evidence: Evidence, merged: MergedRecords, catalogue: Catalogue, asOf: Instant) {
    self.evidence = evidence
    self.merged = merged
    self.catalogue = catalogue
    self.asOf = asOf
    results = Self.contents(of: evidence, merged)
  }

  /// All warnings, in a fixed order.
  var all: [Diagnostic] {
    filtered + incomplete + manyLater + farAhead + old + oldConfig + strangeExceptions
  }

  /// What a file holds.
  struct Contents {
    /// Results of one source, and how many of them passed.
    struct Results {
      var count = 0
      var passed = 0

      mutating func add(_ row: Record) {
        count += 1
        if row.status == .passed { passed += 1 }
      }

      mutating func add(_ other: Results) {
        count += other.count
        passed += other.passed
      }
    }

    var hub = Results()
    var prowler = Results()
    var newest = Record.undated
  }

  private static func contents(of evidence: Evidence, _ merged: MergedRecords) -> [Contents] {
    var results = evidence.files.map { _ in Contents() }
    for (row, outcome) in zip(evidence.records.rows, merged.outcomes) {
      let file = Int(row.file)
      results[file].newest = max(results[file].newest, row.updated)
      guard outcome != .otherProduct, row.status != .none else { continue }
      switch row.source {
      case .securityHub: results[file].hub.add(row)
      case .prowler: results[file].prowler.add(row)
      case .config, .trustedAdvisor: break
      }
    }
    for answer in evidence.answers where results.indices.contains(answer.file) {
      guard let date = answer.date else { continue }
      results[answer.file].newest = max(results[answer.file].newest, date.seconds)
    }
    return results
  }

  private var incomplete: [Diagnostic] {
    evidence.files.filter(\.isIncomplete).map { file in
      Diagnostic(
        .warning, "page-missing", file: file.name,
        "it ends with a NextToken whose page is not there, or cannot be told from another export's; "
          + "its passes count as unknown",
        remedy:
          "Let the AWS CLI fetch every page: leave out --no-paginate and --max-items. Keep the "
          + "pages of one export in a folder of their own.")
    }
  }

  private var manyLater: [Diagnostic] {
    let later = merged.outcomes.count { $0 == .later }
    guard later * 10 > merged.outcomes.count else { return [] }
    return [
      Diagnostic(
        .warning, "many-later",
        "\(later) of \(merged.outcomes.count) results were observed after \(asOf.rfc3339) "
          + "and are left out",
        remedy: "Check the as-of date.")
    ]
  }

  private var farAhead: [Diagnostic] {
    let dated = results.indices.filter { results[$0].newest != Record.undated }
    guard dated.count > 1, let last = dated.max(by: { results[$0].newest < results[$1].newest })
    else { return [] }
    let (name, newest) = (evidence.files[last].name, results[last].newest)
    let others = dated.filter { evidence.files[$0].name != name }.map { results[$0].newest }.max()
    guard newest - (others ?? 0) > 7 * 86_400 else { return [] }
    return [
      Diagnostic(
        .warning, "far-ahead", file: name,
        "its newest observation (\(Instant(seconds: newest).day)) is more than seven "
          + "days after all other files'",
        remedy: "Check its dates, or set as-of.")
    ]
  }

  /// Exceptions for checks that are not in the catalogue, which can never match.
  private var strangeExceptions: [Diagnostic] {
    evidence.exceptions.compactMap { exception in
      guard let check = exception.check, catalogue.check(check) == nil else { return nil }
      return Diagnostic(
        .warning, "unknown-check",
        "the exception \(exception.id) names the check \(check), which is not in the catalogue, "
          + "so it sets nothing aside",
        remedy: "Check the id; so-report explain finds near ones.")
    }
  }

  /// A list of AWS Config has no date of its own, and a rule that looks at changes keeps old results
  /// while nothing changes; only all lists together tell how old they are.
  private var oldConfig: [Diagnostic] {
    let times = evidence.records.rows.lazy.filter { $0.source == .config }.map(\.updated)
    guard let newest = times.max(), newest != Record.undated else { return [] }
    let age = Instant(seconds: newest).days(to: asOf)
    guard age > evidence.staleAfter else { return [] }
    return [
      Diagnostic(
        .warning, "old-evidence",
        "the newest result of AWS Config is \(age) days older than the assessment",
        remedy: "Export again.")
    ]
  }
}
