import AssessmentModel
import YAML

/// Results that people copied from the console of Trusted Advisor: `trusted-advisor:` with a list.
struct OfflineAdvisorFile {
  static let key = "trusted-advisor"
  private static let keys = ["check", "colour", "date", "account", "note", "resources"]
  private static let resourceKeys = ["region", "resource", "colour", "note", "columns", "excluded"]

  private let reader: AdvisorReader
  private let checks: AdvisorChecks
  private let names: [String]
  private(set) var yield: FileYield
  private(set) var problems = FormProblems()
  private var seen: Set<[String]> = []

  /// Reads the whole file; everything that is wrong is in `problems`.
  ///
  /// `known` are the checks that may be named instead of written by their id.
  init(_ root: YAMLNode, reader: AdvisorReader, known: [TrustedAdvisorCheck]) {
    self.reader = reader
    checks = AdvisorChecks(known)
    names = known.map(\.name)
    yield = FileYield(kind: "Trusted Advisor results from the console")
    yield.isExport = true
    guard let form = Form(root, keys: [Self.key], &problems) else { return }
    for node in form.list(Self.key, &problems) ?? [] { read(node) }
  }

  private mutating func read(_ node: YAMLNode) {
    guard let form = Form(node, keys: Self.keys, &problems) else { return }
    let check = check(form)
    let colour = colour(form, isRequired: true)
    let date = form.requiredTime("date", &problems)
    let account = form["account"].flatMap { Form.account($0, &problems) }
    let note = form.text("note", &problems)
    guard let check, let colour, let date else { return }
    if !seen.insert([check.id, account ?? "", date.rfc3339]).inserted {
      problems.add(node, "the check \(check.id) is there twice for this day")
    }
    var rows: [AdvisorRow] = []
    for item in form.list("resources", &problems) ?? [] {
      guard var row = resource(item, of: check, colour, account) else { continue }
      row.updated = date.seconds
      rows.append(row)
    }
    if !reader.isTold(colour, by: rows, flagged: 0) {
      var whole = reader.row(.id(check.id), colour, account: account, into: &yield)
      whole.updated = date.seconds
      whole.note = note
      rows.append(whole)
    }
    yield.advisor.rows += rows
  }

  // MARK: Parts

  /// A check by its id or its name; Trusted Advisor's ids are about ten letters and digits.
  private mutating func check(_ form: Form) -> TrustedAdvisorCheck? {
    guard let text = form.required("check", &problems) else { return nil }
    let id = text.hasPrefix("TA.") ? String(text.dropFirst(3)) : text
    if let check = checks.named(text) { return check }
    if Self.isID(id) { return checks.check(id) }
    let near = Spelling.closest(to: text, among: names.map { $0.lowercased() })
    let guess = names.first { $0.lowercased() == near }.map { "Did you mean \"\($0)\"? " } ?? ""
    problems.add(
      form["check"] ?? form.node, "there is no check \(text)",
      remedy: guess + "Known names: \(names.joined(separator: ", ")). Write any other by its id.")
    return nil
  }

  private static func isID(_ text: String) -> Bool {
    (8...12).contains(text.utf8.count) && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private mutating func colour(_ form: Form, isRequired: Bool) -> AdvisorColour? {
    let text =
      isRequired ? form.required("colour", &problems) : form.text("colour", &problems)
    guard let text else { return nil }
    guard let colour = AdvisorColour(word: text) else {
      problems.add(form["colour"] ?? form.node, "colour must be red, yellow or green")
      return nil
    }
    return colour
  }

  private mutating func resource(
    _ node: YAMLNode, of check: TrustedAdvisorCheck, _ whole: AdvisorColour, _ account: String?
  ) -> AdvisorRow? {
    guard let form = Form(node, keys: Self.resourceKeys, &problems) else { return nil }
    if check.columns?.isEmpty == true {
      problems.add(
        node, "\(check.name) is about the account, and has no resources",
        remedy: "Leave out resources.")
    }
    let resource = form.required("resource", &problems)
    let region = region(form, of: check)
    let colour = colour(form, isRequired: false) ?? whole
    let isExcluded = excluded(form)
    if colour > whole, !isExcluded {
      problems.add(
        form["colour"] ?? node, "the resource is \(colour) while its check is \(whole)",
        remedy: "A check has the colour of its worst resource.")
    }
    guard let resource else { return nil }
    var row = reader.row(.id(check.id), colour, account: account, into: &yield)
    row.resource = resource
    row.region = region
    row.isSuppressed = isExcluded
    row.note = form.text("note", &problems)
    row.cells = cells(form)
    return row
  }

  /// The region, which a check that has a column for it needs.
  private mutating func region(_ form: Form, of check: TrustedAdvisorCheck) -> String? {
    let columns = check.columns ?? []
    let isRegional = columns.contains("Region") || columns.contains("Region Name")
    let region = isRegional ? form.required("region", &problems) : form.text("region", &problems)
    if let region, !Region.isCode(region) {
      problems.add(
        form["region"] ?? form.node, "region must be a region code, such as eu-central-1")
    }
    return region
  }

  private mutating func excluded(_ form: Form) -> Bool {
    guard let node = form["excluded"] else { return false }
    guard let isExcluded = node.bool else {
      problems.add(node, "excluded must be true or false")
      return false
    }
    return isExcluded
  }

  private mutating func cells(_ form: Form) -> [AdvisorRow.Cell] {
    guard let node = form["columns"] else { return [] }
    guard let members = node.members else {
      problems.add(node, "columns must be a mapping of columns to what stands in them")
      return []
    }
    return members.compactMap { member in
      if member.value.isNull { return nil }
      guard let value = member.value.string else {
        problems.add(member.value, "expected text in columns")
        return nil
      }
      return AdvisorRow.Cell(column: member.name, value: value)
    }
  }
}
