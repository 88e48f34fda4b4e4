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
    case gaps
    case otherFindings
    /// A standard by its short name, such as `CIS v5.0.0`.
    case standard(String)
    case reportJSON
    case findingsCSV
    case manifest
    case plan
    case planCSV
    /// The workpaper of an objective, by its id.
    case workpaper(String)
    case style
    case script
    case icon
    /// Questions and answers for the scripts of the questionnaire.
    case questionnaireData
    /// A logo by the ending of its name, `svg` or `png`.
    case logo(String)
    /// A script of single pages by its name.
    case pageScript(String)
    /// What findings share, and a file of them by its number from 1.
    case findingsData
    case findingsPart(Int)
  }

  /// The path of the page from which links are made, such as `checks/iam-3.html`.
  package let page: String

  package init(page: String) { self.page = page }

  /// The folder of the page with the slash behind it; empty for the site's root.
  var folder: String {
    page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
  }

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
    case .exceptions: "exceptions\(suffix).html"
    case .sources: "sources\(suffix).html"
    case .gaps: "gaps.html"
    case .otherFindings: "other-findings\(suffix).html"
    case .standard(let name): "standards/\(fileName(name)).html"
    case .reportJSON: "report.json"
    case .findingsCSV: "findings.csv"
    case .manifest: "manifest.json"
    case .plan: "plan\(suffix).html"
    case .planCSV: "plan.csv"
    case .workpaper(let id): "workpapers/\(fileName(id)).html"
    case .style: "assets/site.css"
    case .script: "assets/site.js"
    case .icon: "assets/icon.svg"
    case .questionnaireData: "data/questionnaire.js"
    case .logo(let ending): "assets/logo.\(ending)"
    case .pageScript(let name): "assets/\(name).js"
    case .findingsData: "data/findings.js"
    case .findingsPart(let number): "data/findings-\(number).js"
    }
  }

  /// The relative link from this page to a target.
  package func link(_ target: Target, number: Int = 1, fragment: String? = nil) -> String {
    var anchor = fragment
    if case .question(let id) = target { anchor = anchor ?? AnchorName.question(id) }
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

/// Fragments that people and other pages link to.
enum AnchorName {
  /// Ids that every page bears, and those of sections beside questions.
  private static let taken: Set<String> = [
    "main", "theme", "oct", "tri", "ok", "dash", "shield", "box", "boxon", "bar",
    "sq", "sqo", "s0", "s1", "s2", "s3", "s4", "top", "log", "findings",
  ]

  static func exception(_ id: String) -> String { "exception-\(SiteMap.fileName(id))" }

  /// The id itself where it is made of letters, digits and underscores, as ids of a lens are.
  static func question(_ id: String) -> String {
    let words = id.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": String(scalar)
      default: "-\(String(scalar.value, radix: 16))-"
      }
    }
    return free(words.joined())
  }

  /// The name, or another where the page's frame has it.
  static func free(_ name: String) -> String { taken.contains(name) ? "section-\(name)" : name }

  /// The names, each once: a later one of the same spelling gets -2, -3 and so on.
  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { name in
      var candidate = name
      var number = 1
      while !seen.insert(candidate).inserted {
        number += 1
        candidate = "\(name)-\(number)"
      }
      return candidate
    }
  }
}

extension SiteMap {
  /// An address outside the site that a page may lead to; nil for all but http and https.
  static func external(_ address: String) -> String? {
    let scalars = address.unicodeScalars
    let isSafe = ["https://", "http://"].contains { scheme in
      scalars.prefix(scheme.unicodeScalars.count).map(\.properties.lowercaseMapping).joined()
        .unicodeScalars.elementsEqual(scheme.unicodeScalars)
    }
    return isSafe && scalars.allSatisfy { (0x21..<0x7F).contains($0.value) } ? address : nil
  }
}
