/// What a report looks like beyond the usual: all of it is optional.
package struct Branding: Sendable, Equatable {
  package var logo: Logo?
  package var accent: Accent?
  /// A line at the foot of each page, and of each sheet of paper.
  package var footer: String?
  /// What the navigation begins with; what is not named follows in the usual order.
  package var navigation: [NavigationEntry] = []

  package init() {}
}

/// A picture in the header and on the title page.
package struct Logo: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case svg, png

    /// The media type, such as `image/svg+xml`.
    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/png" }
  }

  package let kind: Kind
  package let bytes: [UInt8]

  package init(kind: Kind, bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }

  /// The path in a site: `assets/logo.svg` or `assets/logo.png`.
  package var path: String { "assets/logo.\(kind.rawValue)" }
}

/// The colour of links and of the line on top, on light and on dark pages.
package struct Accent: Sendable, Equatable {
  /// As it was given.
  package let light: Colour
  /// The same, lightened until it can be read on dark pages.
  package let dark: Colour

  /// The least contrast of text with what it stands on (WCAG 2.2, success criterion 1.4.3).
  package static let contrast = 4.5

  /// What links stand on: `--paper`, `--page` and `--sel` of site.css.
  package static let lightSurfaces = [0xFFFFFF, 0xF5F6F8, 0xE8F1FA].map(Colour.init(rgb:))
  /// The same of dark pages, and `--raise`.
  package static let darkSurfaces = [0x12171E, 0x0C1015, 0x17293B, 0x19202A].map(
    Colour.init(rgb:))

  /// An accent of that colour; nil where it cannot be read on light pages.
  package init?(_ colour: Colour) {
    guard colour.contrast(with: Self.lightSurfaces) >= Self.contrast else { return nil }
    light = colour
    dark = colour.moved(towards: Colour(rgb: 0xFFFFFF), on: Self.darkSurfaces)
  }

  /// The colour, darkened until an accent can be made of it.
  package static func suggestion(for colour: Colour) -> Colour {
    colour.moved(towards: Colour(rgb: 0), on: lightSurfaces)
  }
}

/// What the navigation lists, by the names that assessment.yaml gives it.
package enum NavigationEntry: String, Sendable, CaseIterable {
  case overview, plan, findings, questionnaire, exceptions, changes, gaps
  case otherFindings = "other-findings"
  case sources
  /// A page for each of them.
  case objectives, accounts
}
