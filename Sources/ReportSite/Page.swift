/// A page of the site before its frame is put around it.
struct Page: Sendable {
  /// The path below the site's root.
  let path: String
  let title: String
  /// The pages above this one: a title and the target of its link.
  var trail: [(title: String, target: SiteMap.Target)] = []
  /// The last part of the breadcrumb.
  var place: String = ""
  /// The entry of the navigation that is this page.
  var current: SiteMap.Target?
  let content: HTML

  /// Where links of a page of that path lead.
  var map: SiteMap { SiteMap(page: path) }

  init(
    path: String, title: String, trail: [(title: String, target: SiteMap.Target)] = [],
    place: String = "", current: SiteMap.Target? = nil, content: HTML
  ) {
    self.path = path
    self.title = title
    self.trail = trail
    self.place = place
    self.current = current
    self.content = content
  }
}

extension Page {
  /// The most bytes that the rows of one page may take, so that no page passes 300 KB.
  static let rowBytes = 220_000

  /// `rows` cut into pages of at most `rowBytes`, in order; one empty page where there are none.
  static func packed(_ rows: some Sequence<HTML>, limit: Int = rowBytes) -> [HTML] {
    var pages: [HTML] = []
    var page = HTML()
    var size = 0
    for row in rows {
      let bytes = row.markup.utf8.count
      if size > 0 && size + bytes > limit {
        pages.append(page)
        page = HTML()
        size = 0
      }
      page += row
      size += bytes
    }
    return size > 0 || pages.isEmpty ? pages + [page] : pages
  }

  /// Links between the pages of a long list; nothing for a single page.
  static func pager(_ target: SiteMap.Target, number: Int, of count: Int, map: SiteMap) -> HTML {
    guard count > 1 else { return "" }
    func step(_ word: String, _ page: Int) -> HTML {
      (1...count).contains(page)
        ? "<a class=\"btn\" href=\"\(map.link(target, number: page))\">\(word)</a>"
        : "<span class=\"muted\">\(word)</span>"
    }
    return """
      <nav class="pg noprint" aria-label="Pages of this list">\(step("First", number == 1 ? 0 : 1)) \
      \(step("Previous", number - 1)) <span>Page \(number) of \(count)</span> \
      \(step("Next", number + 1)) \(step("Last", number == count ? 0 : count))</nav>
      """
  }
}
