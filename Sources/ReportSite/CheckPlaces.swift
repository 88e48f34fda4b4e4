import AssessmentModel

/// The places of a check by account and state, with how many resources passed in each.
struct CheckPlaces {
  /// The most bytes of the table of places.
  private static let bytes = 60_000

  let report: Report
  let item: CheckItem
  let lists: FindingLists

  private var check: Check { report.catalogue.checks[item.check] }
  private var map: SiteMap { SiteMap(page: SiteMap.path(.check(check.id))) }

  /// The section; nothing where the check has no place.
  var html: HTML {
    let places = report.assessment.places[item.check]
    guard !places.isEmpty else { return "" }
    let groups = grouped(places.sorted { $0.state < $1.state })
    let table = Table(
      label: "Places",
      columns: [.init("Account"), .init("Region"), .init("State")],
      rows: groups.map { account, regions, state in
        [
          "<a href=\"\(map.link(.account(report.text(account))))\">\(report.name(of: account))</a>",
          HTML(regions, separator: ", "), state,
        ]
      })
    let shown = Page.fitting(table.bodyRows, limit: Self.bytes) { $0.byteCount }
    let left = groups.dropFirst(shown.count).reduce(0) { $0 + $1.regions.count }
    let note: HTML =
      left == 0
      ? "" : "<p class=\"small muted\">\(Count.of(left, "further place")) in report.json.</p>"
    return """
      <section class="long" id="places"><h2>Places</h2>\(table.html(around: HTML(shown)))\(note)</section>
      """
  }

  /// Places of one account that share a state stand in one row.
  private func grouped(
    _ places: [Place]
  ) -> [(account: StringID, regions: [HTML], state: HTML)] {
    struct Key: Hashable {
      let account: StringID
      let state: PlaceState
      let impliedBy: String?
    }
    let passed = passed
    var order: [Key] = []
    var regions: [Key: [HTML]] = [:]
    for place in places {
      let key = Key(account: place.key.account, state: place.state, impliedBy: place.impliedBy)
      if regions[key] == nil { order.append(key) }
      regions[key, default: []].append(region(place.key, passed: passed[place.key]))
    }
    return order.map { key in
      let implied: HTML =
        key.impliedBy.map {
          " <span class=\"small muted\">by <a href=\"\(map.link(.check($0)))\">\($0)</a></span>"
        } ?? ""
      return (key.account, regions[key] ?? [], "\(Badge.status(key.state.status))\(implied)")
    }
  }

  /// A region with the number of its resources that passed, which leads to the first of them.
  private func region(_ place: PlaceKey, passed: Range<Int>?) -> HTML {
    guard let passed else { return "\(report.region(place.region))" }
    let link = lists.link(toPosition: passed.lowerBound, in: report, on: map)
    return """
      \(report.region(place.region)) <a class="small nowrap" href="\(link)">\(Count.grouped(passed.count)) passed</a>
      """
  }

  /// Where the passed findings of each place stand in the list of all.
  private var passed: [PlaceKey: Range<Int>] {
    var places: [PlaceKey: Range<Int>] = [:]
    for position in report.order.positions(ofCheck: item.check, .passed) {
      let finding = report.findings[Int(report.order.indices[position])]
      let key = PlaceKey(check: item.check, account: finding.account, region: finding.region)
      places[key] = (places[key]?.lowerBound ?? position)..<(position + 1)
    }
    return places
  }
}
