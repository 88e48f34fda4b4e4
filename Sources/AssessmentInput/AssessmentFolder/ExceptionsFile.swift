import AssessmentModel
import YAML

/// exceptions.yaml: a list of accepted risks.
struct ExceptionsFile {
  private static let keys = [
    "id", "objective", "check", "account", "region", "resource", "reason", "owner", "approved-by",
    "approved-on", "until",
  ]
  private static let selectors = ["objective", "check", "account", "region", "resource"]

  private(set) var exceptions: [Exception] = []
  private(set) var problems = FormProblems()

  /// Reads the whole file; everything that is wrong is in `problems`.
  ///
  /// `objectives` are the known ids; none when they are not known.
  init(_ root: YAMLNode, objectives: [String]) {
    guard !root.isNull else { return }
    guard let list = root.list else {
      problems.add(root, "expected a list of exceptions")
      return
    }
    for (index, node) in list.enumerated() {
      guard let exception = exception(node, number: index + 1, objectives) else { continue }
      if exceptions.contains(where: { $0.id == exception.id }) {
        problems.add(node, "the id \(exception.id) is there twice")
      }
      exceptions.append(exception)
    }
  }

  private mutating func exception(
    _ node: YAMLNode, number: Int, _ objectives: [String]
  ) -> Exception? {
    guard let form = Form(node, keys: Self.keys, &problems) else { return nil }
    if !Self.selectors.contains(where: { form[$0] != nil }) {
      problems.add(
        node, "it would set aside every finding",
        remedy: "Name at least one of \(Self.selectors.joined(separator: ", ")).")
    }
    let reason = form.required("reason", &problems)
    let owner = form.required("owner", &problems)
    let approver = form.required("approved-by", &problems)
    let until = form.requiredTime("until", &problems)
    let id = form.text("id", &problems) ?? "exception-\(number)"
    let objective = objective(form, objectives)
    let account = account(form)
    let optional = ["check", "region", "resource"].map { form.text($0, &problems) }
    let approvedOn = approvedOn(form, until: until)
    guard let reason, let owner, let approver, let until else { return nil }
    var exception = Exception(
      id: id, reason: reason, owner: owner, approvedBy: approver, until: until)
    exception.objective = objective
    exception.account = account
    (exception.check, exception.region, exception.resource) = (
      optional[0], optional[1], optional[2]
    )
    exception.approvedOn = approvedOn
    return exception
  }

  /// An exception that is over before it begins would never set anything aside.
  private mutating func approvedOn(_ form: Form, until: Instant?) -> Instant? {
    guard let node = form["approved-on"], let day = form.time("approved-on", &problems) else {
      return nil
    }
    if let until, day.day > until.day {
      problems.add(
        node, "approved-on (\(day.day)) is after until (\(until.day)), so it would never hold",
        remedy: "Mend one of the two.")
    }
    return day
  }

  private mutating func objective(_ form: Form, _ objectives: [String]) -> String? {
    guard let node = form["objective"], let text = form.text("objective", &problems) else {
      return nil
    }
    let id = text.lowercased()
    if !objectives.isEmpty, !objectives.contains(id) {
      problems.add(
        node, "there is no objective \(text)",
        remedy: "Known objectives: \(objectives.joined(separator: ", ")).")
    }
    return id
  }

  private mutating func account(_ form: Form) -> String? {
    guard let node = form["account"], let text = form.text("account", &problems) else { return nil }
    if !text.contains("*"), !Form.isAccount(text) {
      problems.add(node, "expected an account id of 12 digits, or a pattern with *")
    }
    return text
  }
}
