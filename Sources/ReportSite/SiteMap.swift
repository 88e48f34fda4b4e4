import AssessmentModel

/// Where every page stands; the only place that makes links.
package struct SiteMap: Sendable {
  /// A page of the site, or a place on one.
  package enum Target: Hashable, Sendable {
    case index
    case objective(String)
    case objectiveMarkdown(String)
    case check(String)
    case account(String)
    case accounts
    case findings
    case questions
    case question(String)
    case exceptions
    case sources
    case reportJSON
    case findingsCSV
    case manifest
    case style
    case script
    case icon
  }

  /// The path of the page from which links are made, such as `checks/iam-3.html`.
  package let page: String

  package init(page: String) { self.page = page }

  /// The path below the site's root; `number` counts the pages of a long list from 1.
  package static func path(_ target: Target, number: Int = 1) -> String {
    let suffix = number > 1 ? "-\(number)" : ""
    return switch target {
    case .index: "index.html"
    case .objective(let id): "\(id)\(suffix).html"
    case .objectiveMarkdown(let id): "\(id).md"
    case .check(let id): "checks/\(fileName(id))\(suffix).html"
    case .account(let id): "accounts/\(fileName(id))\(suffix).html"
    case .accounts: "accounts\(suffix).html"
    case .findings: "findings\(suffix).html"
    case .questions, .question: "questions\(suffix).html"
    case .exceptions: "exceptions.html"
    case .sources: "sources\(suffix).html"
    case .reportJSON: "report.json"
    case .findingsCSV: "findings.csv"
    case .manifest: "manifest.json"
    case .style: "assets/site.css"
    case .script: "assets/site.js"
    case .icon: "assets/icon.svg"
    }
  }

  /// The relative link from this page to a target.
  package func link(_ target: Target, number: Int = 1, fragment: String? = nil) -> String {
    var anchor = fragment
    if case .question(let id) = target { anchor = anchor ?? id }
    let path = Self.path(target, number: number)
    if path == page, let anchor { return "#\(anchor)" }
    let up = page.contains("/") ? "../" : ""
    return up + path + (anchor.map { "#\($0)" } ?? "")
  }

  /// The part of a file name that an id makes: `IAM.3` gives `iam-3`.
  ///
  /// Only ids of the catalogue and account numbers come here; of anything else no other character
  /// than letters, digits and hyphens is left.
  static func fileName(_ id: String) -> String {
    let plain = id.lowercased().unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9": Character(scalar)
      default: "-"
      }
    }
    return String(plain)
  }
}
