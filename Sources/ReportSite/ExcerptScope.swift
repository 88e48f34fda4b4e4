import AssessmentModel

/// Why no excerpt can be made of a report, with what to do.
package struct ExcerptProblem: Error, Equatable {
  package enum Reason: Sendable {
    /// A name that the report does not have.
    case unknownName
    /// What was given is no whole report.
    case notWhole
  }

  package let reason: Reason
  package let summary: String
  package let remedy: String
}

/// Which files of a report go into an excerpt.
package struct ExcerptScope: Equatable, Sendable {
  /// What people ask for, in their spelling: `so-3`, `IAM.3`, an account number.
  package struct Choice: Sendable {
    let objectives: [String]
    let checks: [String]
    let accounts: [String]

    /// No checks mean all that the objectives link to; no accounts mean no page of an account.
    package init(objectives: [String], checks: [String], accounts: [String]) {
      self.objectives = objectives
      self.checks = checks
      self.accounts = accounts
    }
  }

  /// Parts of file names: `so-3`, `iam-3`, `111122223333`, each once and sorted.
  package let objectives: [String]
  package let checks: [String]
  package let accounts: [String]
  /// Whether checks were named, so that others of the objectives are missing.
  package let isNarrowed: Bool
  /// Paths of the files that go in, sorted; without index.html.
  package let paths: [String]

  /// Chooses among the `files` of a report; `page` gives the HTML of an objective's page.
  ///
  /// Throws `ExcerptProblem` for names that are not there, through `unknown`.
  package init<Failure: Error>(
    _ choice: Choice, files: Set<String>, unknown: (ExcerptProblem) -> Failure,
    page: (_ path: String) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    if let problem = Self.problem(files) { throw unknown(problem) }
    let listing = Listing(files)
    func chosen(
      _ names: [String], among known: [String], _ kind: String
    ) throws(Failure) -> [String] {
      let names = Set(names.map(SiteMap.fileName))
      if let name = names.sorted().first(where: { !known.contains($0) }) {
        throw unknown(.unknown(kind, name, known))
      }
      return listing.sorted(names)
    }
    objectives = try chosen(choice.objectives, among: listing.objectives, "objective")
    accounts = try chosen(choice.accounts, among: listing.accounts, "account")
    var linked: Set<String> = []
    for objective in objectives {
      linked.formUnion(Self.checks(linkedBy: try page("\(objective).html")))
    }
    let claimed = listing.sorted(linked.filter { files.contains("checks/\($0).html") })
    isNarrowed = !choice.checks.isEmpty
    checks =
      isNarrowed ? try chosen(choice.checks, among: claimed, "check of these objectives") : claimed
    let parts =
      objectives + objectives.map { "workpapers/\($0)" } + checks.map { "checks/\($0)" }
      + accounts.map { "accounts/\($0)" }
    let texts = objectives.map { "\($0).md" }.filter(files.contains)
    paths =
      (parts.flatMap(listing.pages) + texts + Self.assets(files)
      + [SiteMap.path(.findingsCSV)]).sorted()
  }

  /// What every page may need; scripts of single pages stay out.
  private static func assets(_ files: Set<String>) -> [String] {
    Array(files).filter {
      $0.hasPrefix("assets/") && (!$0.hasSuffix(".js") || $0 == SiteMap.path(.script))
    }
  }

  /// File names of checks to which the page of an objective links.
  private static func checks(linkedBy html: [UInt8]) -> Set<String> {
    var checks: Set<String> = []
    _ = MarkupRewriter.rewriting(html) { element, name, value in
      if element == "a", name == "href", value.hasPrefix("checks/"),
        case .file(let path, _) = LinkTarget(value, on: SiteMap.path(.index)),
        path.hasSuffix(".html")
      {
        checks.insert(String(path.dropFirst("checks/".count).dropLast(".html".count)))
      }
      return nil
    }
    return checks
  }

  private static func problem(_ files: Set<String>) -> ExcerptProblem? {
    if files.contains(ExcerptText.wholeReport) {
      return ExcerptProblem(
        reason: .notWhole, summary: "this is an excerpt already, of a report that is elsewhere",
        remedy: "Name the folder of the whole report.")
    }
    let needed: [SiteMap.Target] = [.index, .findingsCSV, .reportJSON, .style]
    guard let missing = needed.map({ SiteMap.path($0) }).first(where: { !files.contains($0) })
    else { return nil }
    return ExcerptProblem(
      reason: .notWhole, summary: "the report has no \(missing)", remedy: "Build it again.")
  }
}

/// What a report's file names tell.
private struct Listing {
  let files: Set<String>

  init(_ files: Set<String>) { self.files = files }

  var objectives: [String] {
    sorted(
      Set(
        files.filter { $0.hasSuffix(".md") && !$0.contains("/") }.map { $0.dropLast(3) }
          .map(String.init).filter { files.contains("\($0).html") }))
  }

  var accounts: [String] {
    let all = files.filter { $0.hasPrefix("accounts/") && $0.hasSuffix(".html") }
      .map { String($0.dropFirst("accounts/".count).dropLast(".html".count)) }
    // Further pages of an account are no account.
    return sorted(Set(all).filter { name in !all.contains { isFurtherPage(name, of: $0) } })
  }

  /// All pages of a long list, the first one by this path without its ending; none without it.
  func pages(_ path: String) -> [String] {
    var pages: [String] = []
    var next = "\(path).html"
    while files.contains(next) {
      pages.append(next)
      next = "\(path)-\(pages.count + 1).html"
    }
    return pages
  }

  /// By their numbers: so-9 before so-10.
  func sorted(_ names: Set<String>) -> [String] {
    names.sorted { NaturalText($0) < NaturalText($1) }
  }

  private func isFurtherPage(_ name: String, of first: String) -> Bool {
    guard name.hasPrefix(first + "-") else { return false }
    return Int(name.dropFirst(first.count + 1)).map { $0 > 1 } ?? false
  }
}

extension ExcerptProblem {
  static func unknown(_ kind: String, _ name: String, _ known: [String]) -> ExcerptProblem {
    let shown = known.prefix(40).joined(separator: ", ")
    let rest = known.count > 40 ? " and \(known.count - 40) more" : ""
    return ExcerptProblem(
      reason: .unknownName, summary: "the report has no \(kind) named \(name)",
      remedy: known.isEmpty ? "There is none." : "There is: \(shown)\(rest).")
  }
}
