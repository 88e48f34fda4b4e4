import AssessmentModel

/// Status and severity as shape, word and colour.
enum Badge {
  /// A status: a symbol and its word.
  static func status(_ status: Status) -> HTML {
    """
    <span class="st \(status.style)"><svg class="g" aria-hidden="true"><use href="#\(status.symbol)"/></svg>\(status.word)</span>
    """
  }

  /// The symbol of a status alone, for places where the word stands beside it.
  static func symbol(_ status: Status) -> HTML {
    """
    <span class="st \(status.style)"><svg class="g" aria-hidden="true"><use href="#\(status.symbol)"/></svg></span>
    """
  }

  /// A severity: signal bars and its word.
  static func severity(_ severity: Severity) -> HTML {
    """
    <span class="sev \(severity.style)"><svg aria-hidden="true"><use href="#s\(Int(severity.rawValue))"/></svg>\(severity.title)</span>
    """
  }

  /// A label for an account that is suspended, closed or not yet active.
  static func state(of account: AccountDetails) -> HTML {
    guard let state = account.state, state != .active else { return "" }
    return " \(tag(state.word, style: "warn"))"
  }

  /// A small label.
  static func tag(_ text: String, style: String = "") -> HTML {
    "<span class=\"tag\(style.isEmpty ? "" : " " + style)\">\(text)</span>"
  }
}
