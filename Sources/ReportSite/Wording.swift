import AssessmentModel

/// How a status looks: a class of the style sheet and a symbol of the sprite, beside its word.
struct Status: Sendable {
  let word: String
  let style: String
  let symbol: String
}

extension Verdict {
  var status: Status {
    switch self {
    case .high: Status(word: "High risk", style: "high", symbol: "oct")
    case .medium: Status(word: "Medium risk", style: "med", symbol: "tri")
    case .low: Status(word: "Low risk", style: "low", symbol: "tri")
    case .notAssessed: Status(word: "Not assessed", style: "none", symbol: "bar")
    case .notProven: Status(word: "Not proven", style: "none", symbol: "dash")
    case .met: Status(word: "No risk found", style: "pass", symbol: "ok")
    }
  }
}

extension CheckVerdict {
  /// The status; a failing check takes the colour of its severity.
  func status(_ severity: Severity) -> Status {
    switch self {
    case .failed:
      Status(
        word: "Failing", style: severity.style, symbol: severity >= .high ? "oct" : "tri")
    case .unknown: Status(word: "Unknown", style: "none", symbol: "dash")
    case .partial: Status(word: "Partly looked at", style: "none", symbol: "dash")
    case .excepted: Status(word: "Excepted", style: "acc", symbol: "shield")
    case .passed: Status(word: "Passing", style: "pass", symbol: "ok")
    case .notCovered: Status(word: "Not covered", style: "none", symbol: "dash")
    case .noData: Status(word: "No data", style: "none", symbol: "dash")
    case .notOffered: Status(word: "Not offered", style: "none", symbol: "dash")
    case .retired: Status(word: "Retired", style: "none", symbol: "dash")
    }
  }

  /// What the verdict says, in a sentence.
  var meaning: String {
    switch self {
    case .failed: "It fails in at least one place."
    case .unknown: "Nothing fails, but at least one place has no definite result."
    case .partial: "Where it was looked at nothing fails, but not every place was looked at."
    case .excepted: "Nothing fails but what is set aside."
    case .passed: "It passes in every place."
    case .notCovered: "It is switched off everywhere, so nothing looked."
    case .noData: "Nothing looked anywhere."
    case .notOffered: "AWS does not offer it in any place in scope."
    case .retired: "AWS had withdrawn it before this assessment."
    }
  }
}

extension CheckItem {
  /// Whether it can fail at all: neither withdrawn nor offered nowhere.
  var isJudged: Bool { verdict != .retired && verdict != .notOffered }

  /// Whether nothing fails and something is not known.
  var isGap: Bool { [.unknown, .partial, .notCovered, .noData].contains(verdict) }
}

extension PlaceState {
  var status: Status {
    switch self {
    case .failed: Status(word: "Failing", style: "high", symbol: "tri")
    case .excepted: Status(word: "Excepted", style: "acc", symbol: "shield")
    case .unknown: Status(word: "Unknown", style: "none", symbol: "dash")
    case .passed: Status(word: "Passing", style: "pass", symbol: "ok")
    case .implied: Status(word: "Implied", style: "pass", symbol: "ok")
    case .notCovered: Status(word: "Not covered", style: "none", symbol: "dash")
    case .noData: Status(word: "No data", style: "none", symbol: "dash")
    }
  }
}

extension Finding.State {
  func status(_ severity: Severity) -> Status {
    switch self {
    case .failed:
      Status(word: "Open", style: severity.style, symbol: severity >= .high ? "oct" : "tri")
    case .excepted: Status(word: "Excepted", style: "acc", symbol: "shield")
    case .suppressed: Status(word: "Suppressed", style: "acc", symbol: "shield")
    case .unknown: Status(word: "Unknown", style: "none", symbol: "dash")
    case .passed: Status(word: "Passed", style: "pass", symbol: "ok")
    }
  }

  /// The word of findings.csv.
  var word: String {
    self == .failed ? "open" : String(describing: self)
  }
}

extension QuestionResult {
  var status: Status { Status(verdict: verdict, risk: risk) }
}

extension Status {
  /// The status of an answer.
  init(verdict: QuestionVerdict, risk: Risk?) {
    self =
      switch (verdict, risk) {
      case (.answered, .high?): Verdict.high.status
      case (.answered, .medium?): Verdict.medium.status
      case (.answered, .low?): Verdict.low.status
      case (.answered, _): Status(word: "No risk", style: "pass", symbol: "ok")
      case (.unanswered, _): Status(word: "Not answered", style: "none", symbol: "dash")
      case (.expired, _): Status(word: "Expired", style: "none", symbol: "dash")
      case (.undetermined, _): Status(word: "Undetermined", style: "none", symbol: "dash")
      case (.notApplicable, _): Status(word: "Not applicable", style: "none", symbol: "dash")
      }
  }

  /// Every status by its word, for the words that Markdown documents emphasise.
  static let byWord: [String: Status] = {
    let verdicts = Verdict.allCases.map(\.status)
    let checks = CheckVerdict.allCases.filter { $0 != .failed }.map { $0.status(.medium) }
    let questions = QuestionVerdict.allCases.map { Status(verdict: $0, risk: nil) }
    let all = verdicts + checks + questions
    return Dictionary(all.map { ($0.word, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}

extension Severity {
  /// The word with a capital, as pages show it.
  var title: String { word.prefix(1).uppercased() + word.dropFirst() }

  /// The class of the style sheet.
  var style: String {
    switch self {
    case .critical: "crit"
    case .high: "high"
    case .medium: "med"
    case .low: "low"
    case .informational: "info"
    }
  }
}

extension VerdictRule {
  /// What the rule says, in a sentence.
  var meaning: String {
    switch self {
    case .openFailure: "A failing check decides."
    case .contradiction: "An answer that a failing check contradicts decides."
    case .riskAnswer: "An answer with risk decides."
    case .oneOfManyFailed: "A failure that stands for one of several checks decides."
    case .nothingKnown: "Nothing is known of any of its items."
    case .notAllKnown: "Nothing is open, but not every item is known."
    case .metWithExceptions: "Nothing is open but what is set aside."
    case .allMet: "Every item is known and met."
    }
  }
}

/// Counts in words.
package enum Count {
  /// `1 finding`, `2 findings`; `many` where the plural is irregular.
  package static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `12,345`.
  package static func grouped(_ number: Int) -> String {
    var digits = String(abs(number))
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(Substring(String(digits.suffix(3))), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "−" : "") + ([Substring(digits)] + groups).joined(separator: ",")
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Small numbers in words, at the start of a sentence.
  static func spelled(_ number: Int) -> String {
    let words = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return words.indices.contains(number) ? words[number] : grouped(number)
  }

  /// A share (0…1) as a whole percentage, never rounded up to 100 or down to 0.
  static func percent(_ share: Double) -> String {
    let percent = (share * 100).rounded()
    if share < 1 && percent >= 100 { return "99 %" }
    if share > 0 && percent <= 0 { return "1 %" }
    return "\(Int(percent)) %"
  }
}
