/// Where links lead when all pages of a site stand in one file.
///
/// A page is an element with an id made of its path, and its own ids get that before them:
/// `checks/iam-3.html#affected` becomes `#checks_iam-3__affected`.
struct SingleFileLinks {
  /// The section that says what is not in the file; links to that lead there.
  static let about = "about-this-file"

  private let pages: [String: Set<String>]
  /// The addresses of pictures, by path.
  private let pictures: [String: String]

  /// Takes all pages; `pictures` are those that stand in the file, by path, as `data:` addresses.
  init(_ pages: [Page], pictures: [String: String]) {
    self.pages = pages.reduce(into: [:]) { $0[$1.path] = MarkupRewriter.ids(in: $1.content.bytes) }
    self.pictures = pictures
  }

  /// The id of a page's element.
  static func id(of path: String) -> String {
    String(path.dropLast(path.hasSuffix(".html") ? 5 : 0)).replacing("/", with: "_")
  }

  /// Markup of the page at `path` with its ids and links as they are in the file.
  func rewriting(_ html: HTML, on path: String) -> HTML {
    let prefix = Self.id(of: path) + "__"
    var known: [String: String] = [:]
    return HTML(
      trustedBytes: MarkupRewriter.rewriting(html.bytes) { element, name, value in
        switch name {
        case "id": return prefix + value
        case "src": return picture(value, on: path)
        case "href" where element == "use": return nil
        case "href":
          if let link = known[value] { return link }
          let link = link(value, on: path)
          known[value] = link
          return link
        default:
          return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
        }
      })
  }

  private func picture(_ address: String, on page: String) -> String? {
    guard case .file(let path, _) = LinkTarget(address, on: page) else { return nil }
    return pictures[path]
  }

  /// The fragment that stands for an address; another site's stays.
  private func link(_ address: String, on page: String) -> String {
    guard case .file(let path, let fragment) = LinkTarget(address, on: page) else {
      return address
    }
    guard let ids = pages[path] else { return "#" + Self.about }
    // One with "=" is the state of a filter, which a page without its script does not have.
    if fragment.isEmpty || fragment.contains("=") { return "#" + Self.id(of: path) }
    return ids.contains(fragment) ? "#\(Self.id(of: path))__\(fragment)" : "#" + Self.about
  }
}
