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
  /// Scripts that this page has besides the one of every page, in the order in which they run.
  var scripts: [SiteMap.Target] = []
  let content: HTML

  /// Where links of a page of that path lead.
  var map: SiteMap { SiteMap(page: path) }

  init(
    path: String, title: String, trail: [(title: String, target: SiteMap.Target)] = [],
    place: String = "", current: SiteMap.Target? = nil, scripts: [SiteMap.Target] = [],
    content: HTML
  ) {
    self.path = path
    self.title = title
    self.trail = trail
    self.place = place
    self.current = current
    self.scripts = scripts
    self.content = content
  }
}

extension Page {
  /// The most bytes that the rows of one page may take, so that no page passes 300 KB.
  static let rowBytes = 220_000

  /// `rows` cut into pages of at most `limit` bytes, the first of at most `first`, in order; one
  /// empty page where there are none.
  static func packed(
    _ rows: some Sequence<HTML>, first: Int = rowBytes, limit: Int = rowBytes
  ) -> [HTML] {
    var pages = [HTML()]
    var filling = Filling(first: first, limit: limit)
    for row in rows {
      if filling.page(of: row) > pages.count { pages.append(HTML()) }
      pages[pages.count - 1] += row
    }
    return pages
  }

  /// Says on which page each row of a long list falls.
  struct Filling {
    private let first: Int
    private let limit: Int
    private var page = 1
    private var size = 0

    init(first: Int = rowBytes, limit: Int = rowBytes) {
      self.first = first
      self.limit = limit
    }

    /// The number of the page, from 1, of the next row.
    mutating func page(of row: HTML) -> Int { page(ofBytes: row.byteCount) }

    /// The number of the page, from 1, of a next row of so many bytes.
    mutating func page(ofBytes bytes: Int) -> Int {
      if size > 0 && size + bytes > (page == 1 ? first : limit) {
        page += 1
        size = 0
      }
      size += bytes
      return page
    }
  }

  /// The first items that take at most `limit` bytes together; one at least.
  static func fitting<Items: Sequence>(
    _ items: Items, limit: Int, size: (Items.Element) -> Int
  ) -> [Items.Element] {
    var shown: [Items.Element] = []
    var total = 0
    for item in items {
      total += size(item)
      if !shown.isEmpty && total > limit { break }
      shown.append(item)
    }
    return shown
  }

  /// Links between the pages of a long list, for above and below it; nothing for a single page.
  struct Pager {
    let above: HTML
    let below: HTML
  }

  /// The pages of a long list, one for each of its parts.
  ///
  /// `content` is given the number of the page, from 1, and the links to the others.
  static func list(
    _ target: SiteMap.Target, title: String, place: String,
    trail: [(title: String, target: SiteMap.Target)] = [], parts: [HTML],
    content: (_ part: HTML, _ number: Int, _ pager: Pager) -> HTML
  ) -> [Page] {
    parts.enumerated().map { index, part in
      single(
        index + 1, of: parts.count, target, title: title, place: place, trail: trail
      ) { pager in content(part, index + 1, pager) }
    }
  }

  /// One page of a long list of `count` pages, by its number from 1.
  static func single(
    _ number: Int, of count: Int, _ target: SiteMap.Target, title: String, place: String,
    trail: [(title: String, target: SiteMap.Target)] = [], scripts: [SiteMap.Target] = [],
    content: (Pager) -> HTML
  ) -> Page {
    let path = SiteMap.path(target, number: number)
    func pager(_ label: String) -> HTML {
      links(target, number: number, of: count, label: label, map: SiteMap(page: path))
    }
    let pagers = Pager(above: pager("Pages of this list"), below: pager("Pages, below the list"))
    return Page(
      path: path, title: title + (number > 1 ? ", page \(number)" : ""), trail: trail,
      place: place, current: number == 1 ? target : nil, scripts: scripts, content: content(pagers))
  }

  private static func links(
    _ target: SiteMap.Target, number: Int, of count: Int, label: String, map: SiteMap
  ) -> HTML {
    guard count > 1 else { return "" }
    func step(_ word: String, _ page: Int) -> HTML {
      (1...count).contains(page)
        ? "<a class=\"btn\" href=\"\(map.link(target, number: page))\">\(word)</a>"
        : "<span class=\"muted\">\(word)</span>"
    }
    return """
      <nav class="pg noprint" aria-label="\(label)">\(step("First", number == 1 ? 0 : 1)) \
      \(step("Previous", number - 1)) <span>Page \(number) of \(count)</span> \
      \(step("Next", number + 1)) \(step("Last", number == count ? 0 : count))</nav>
      """
  }
}
