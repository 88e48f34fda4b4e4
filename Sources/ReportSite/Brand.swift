import AssessmentModel

/// What an assessment's branding adds to the files of a site.
struct Brand {
  let branding: Branding

  /// The style sheet with the accent behind it, so that it wins.
  func style(_ style: [UInt8]) -> [UInt8] {
    guard let accent = branding.accent else { return style }
    let colour = "light-dark(\(accent.light), \(accent.dark))"
    let rules = """

      /* ---------------------------------------------------------------------- Accent */

      :root {
        --link: \(colour);
        --focus: \(colour);
      }

      .top {
        border-top: 3px solid var(--link);
      }

      """
    return style + Array(rules.utf8)
  }

  /// Assets by path, with the brand's own.
  func assets(_ assets: [(path: String, bytes: [UInt8])]) -> [(path: String, bytes: [UInt8])] {
    let logo = branding.logo
    let styled = assets.filter { $0.path != logo?.path }.map { path, bytes in
      (path: path, bytes: path == SiteMap.path(.style) ? style(bytes) : bytes)
    }
    return styled + (logo.map { [(path: $0.path, bytes: $0.bytes)] } ?? [])
  }

  /// The logo as a picture beside its name; nothing where there is none.
  func picture(on map: SiteMap) -> HTML {
    guard let logo = branding.logo else { return "" }
    return "<img class=\"logo\" src=\"\(map.link(.logo(logo.kind.rawValue)))\" alt=\"\">"
  }

  /// Entries of the navigation's list of pages and its two other lists, in the wanted order: what is
  /// not named follows in its own.
  func ordered<Entry>(_ entries: [(name: NavigationEntry?, entry: Entry)]) -> [Entry] {
    let wanted = branding.navigation
    let named = wanted.flatMap { name in entries.filter { $0.name == name } }
    let rest = entries.filter { entry in entry.name.map { !wanted.contains($0) } ?? true }
    return (named + rest).map(\.entry)
  }
}

extension NavigationEntry {
  /// The name of a page of the navigation; nil for one that has none yet.
  init?(_ target: SiteMap.Target) {
    switch target {
    case .index: self = .overview
    case .questions: self = .questionnaire
    default: self.init(rawValue: String(SiteMap.path(target).dropLast(".html".count)))
    }
  }
}
