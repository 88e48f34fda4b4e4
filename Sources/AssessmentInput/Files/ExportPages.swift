import AssessmentModel

/// Pages of exports in files of their own: which belong together, and which lack a next one.
///
/// A page that ends with a token names the next page, but no page says whose next it is. What is
/// known: pages of one export hold different records, and each export has one last page.
struct ExportPages {
  /// A file that is a page of an export, or a whole one.
  struct Page {
    let file: Int
    /// The real folder; pages of one export lie in one.
    let folder: String
    /// What the file is, without how it is packed, and which of its lists goes on.
    let kind: String
    let sha256: String
    let endsWithToken: Bool
  }

  private let pages: [Page]
  private var contents: [Int: PageContent] = [:]
  /// File → files of the same folder that hold one of its records.
  private var overlaps: [Int: Set<Int>] = [:]

  /// Takes all pages in the order of their names, and looks at the records of those in whose folder
  /// a page ends with a token.
  init(_ pages: [Page], rows: [Record]) {
    let folders = Set(pages.filter(\.endsWithToken).map(\.folder))
    self.pages = pages.filter { folders.contains($0.folder) }
    guard !self.pages.isEmpty else { return }
    let order = folders.sorted()
    let folderOfFile = Dictionary(
      self.pages.map { ($0.file, order.firstIndex(of: $0.folder) ?? 0) },
      uniquingKeysWith: { first, _ in first })
    var holders: [RecordKey: Int] = [:]
    var further: [RecordKey: Set<Int>] = [:]
    for row in rows {
      let file = Int(row.file)
      guard let folder = folderOfFile[file] else { continue }
      contents[file, default: PageContent()].add(row)
      let key = RecordKey(row, folder: folder)
      guard let holder = holders[key] else {
        holders[key] = file
        continue
      }
      for other in (further[key] ?? []).union([holder]) where other != file {
        overlaps[other, default: []].insert(file)
        overlaps[file, default: []].insert(other)
        further[key, default: []].insert(file)
      }
    }
  }

  private func overlap(_ first: Page, _ second: Page) -> Bool {
    overlaps[first.file]?.contains(second.file) ?? false
  }

  // MARK: Missing pages

  /// Files that end with a token whose page may not be there.
  ///
  /// A page counts as followed when there are more last pages that can be of its export than other
  /// cut-off pages that cannot be of it and claim a last page as well. Copies of a page count once.
  var incomplete: [Int] {
    pages.filter { $0.endsWithToken && !isFollowed($0) }.map(\.file)
  }

  private func isFollowed(_ page: Page) -> Bool {
    let beside = pages.filter { $0.folder == page.folder && $0.sha256 != page.sha256 }
    let last = beside.filter { !$0.endsWithToken && canEnd(page, with: $0) }
    let rivals = beside.filter { $0.endsWithToken && overlap(page, $0) }
    return Set(last.map(\.sha256)).count > Set(rivals.map(\.sha256)).count
  }

  /// Whether `last` can be the last page of the export that `page` is of.
  private func canEnd(_ page: Page, with last: Page) -> Bool {
    guard !overlap(page, last), let own = contents[page.file], let other = contents[last.file]
    else { return false }
    // Which list of Trusted Advisor it is stands in its kind, and a list is of all regions.
    if own.isOfAdvisor { return page.kind == last.kind }
    guard !own.places.isDisjoint(with: other.places) else { return false }
    guard own.isOfRules else { return true }
    // A list of one rule goes on with the same rule.
    return page.kind == last.kind
      && (own.isOfWholeRules || own.references.count > 1
        || own.references.isSubset(of: other.references))
  }

  // MARK: Pages that belong together

  /// File → the first file of its export, for pages behind a first one.
  var exports: [Int: Int] {
    var exports: [Int: Int] = [:]
    for group in groups {
      for export in isOne(group) ? [group] : chains(of: group) {
        for page in export.dropFirst() { exports[page.file] = export[0].file }
      }
    }
    return exports
  }

  /// Pages of the same kind in the same folder, in the order of their names.
  private var groups: [[Page]] {
    var order: [String] = []
    var groups: [String: [Page]] = [:]
    for page in pages {
      let key = page.folder + "\n" + page.kind
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(page)
    }
    return order.compactMap { groups[$0] }
  }

  /// Whether all pages can be of one export, whatever their names: one is the last, and no record
  /// is in two.
  private func isOne(_ group: [Page]) -> Bool {
    let files = Set(group.map(\.file))
    return group.count(where: { !$0.endsWithToken }) == 1
      && group.allSatisfy { overlaps[$0.file]?.isDisjoint(with: files) ?? true }
  }

  /// Each page that ends with a token is followed by the next one, unless that holds a record of the
  /// same export.
  private func chains(of group: [Page]) -> [[Page]] {
    var chains: [[Page]] = []
    for page in group {
      let chain = chains.last ?? []
      let isNext = chain.last?.endsWithToken ?? false
      if isNext, !chain.contains(where: { overlap($0, page) }) {
        chains[chains.count - 1].append(page)
      } else {
        chains.append([page])
      }
    }
    return chains
  }
}

/// What a page holds, as far as it tells which export the page can be of.
private struct PageContent {
  struct Place: Hashable {
    let source: Source
    let account: StringID
    let region: StringID
  }

  var places: Set<Place> = []
  var references: Set<UInt32> = []
  /// Whether it is a list of Trusted Advisor.
  var isOfAdvisor = false
  /// Whether the source lists the results of a rule or check by itself.
  var isOfRules = false
  /// Whether it has one result of each rule, so that each page has other rules.
  var isOfWholeRules = false

  mutating func add(_ row: Record) {
    places.insert(Place(source: row.source, account: row.account, region: row.region))
    references.insert(row.reference)
    if row.source == .config { isOfRules = true }
    if row.source == .trustedAdvisor { isOfAdvisor = true }
    if row.form == .byRule { isOfWholeRules = true }
  }
}

/// A record of a folder by its id, or by what it is about where it has none.
private struct RecordKey: Hashable {
  private let folder: Int
  private let id: StringID
  private let reference: UInt32
  private let account: StringID
  private let region: StringID
  private let resource: StringID

  init(_ row: Record, folder: Int) {
    self.folder = folder
    id = row.id
    let isNamed = !row.id.isNone
    reference = isNamed ? 0 : row.reference
    account = isNamed ? .none : row.account
    region = isNamed ? .none : row.region
    resource = isNamed ? .none : row.resource
  }
}
