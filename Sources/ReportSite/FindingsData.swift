import AssessmentModel

/// The data of the explorer: all findings in the order of the list, as scripts that pages load.
///
/// `data/findings.js` has what many findings share, and says how many there are in each of the files
/// `data/findings-1.js`, `-2.js` and so on; docs/findings-explorer.md has the format. The first of
/// these is small, so that the first rows show early.
struct FindingsData: Sendable {
  /// Findings of the first file, and of each of the others.
  private static let lengths = (first: 2000, other: 20_000)

  let report: Report
  /// The accounts that findings name, by their ids.
  let accounts: [StringID]
  /// The regions that findings name, by their names.
  let regions: [StringID]
  /// Numbers of the accounts and regions in these lists.
  let accountNumbers: [StringID: Int]
  let regionNumbers: [StringID: Int]
  /// Positions in the list of all findings, by file.
  let parts: [Range<Int>]

  init(report: Report) {
    self.report = report
    let strings = report.assessment.strings
    accounts = report.accountCounts.filter { $0.value.all > 0 }.keys
      .sorted { strings.precedes($0, $1) }
    regions = Self.regions(report.findings).sorted { strings.precedes($0, $1) }
    accountNumbers = Self.numbers(accounts)
    regionNumbers = Self.numbers(regions)
    parts = Self.parts(of: report.findings.count)
  }

  private static func regions(_ findings: [Finding]) -> Set<StringID> {
    var regions: Set<StringID> = []
    var region: StringID?
    for finding in findings where finding.region != region {
      region = finding.region
      regions.insert(finding.region)
    }
    return regions
  }

  private static func numbers(_ ids: [StringID]) -> [StringID: Int] {
    Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  private static func parts(of count: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < count {
      let length = parts.isEmpty ? lengths.first : lengths.other
      parts.append(start..<min(start + length, count))
      start += length
    }
    return parts
  }

  /// The scripts of the explorer; each uses those before it.
  private static let explorer = [
    "explorer-table", "explorer-search", "explorer-order", "explorer-csv", "explorer-view",
    "explorer-filters", "explorer-rows", "explorer-keys", "explorer-parts", "explorer-lines",
    "explorer-moves", "explorer",
  ]

  /// What the page of the explorer runs, in this order; nothing where there is no finding.
  static func scripts(_ report: Report) -> [SiteMap.Target] {
    if report.findings.isEmpty { return [] }
    return explorer.map { .pageScript($0) } + [.findingsData, .findingsPart(1)]
  }

  /// The file of what findings share.
  var shared: SiteFile {
    SiteFile(
      .findingsData,
      CollectionOfOne(self).lazy.map { data in
        var bytes = Array("soReport.findings(0, ".utf8)
        FindingsDictionary(data: data).json.write(into: &bytes, depth: 2)
        bytes.append(");\n")
        return bytes
      })
  }

  /// A file of findings, by its number from 1.
  func part(_ number: Int) -> SiteFile {
    SiteFile(
      .findingsPart(number),
      CollectionOfOne(self).lazy.map { data in
        var writer = FindingsDataWriter(data)
        for position in data.parts[number - 1] { writer.append(position: position) }
        return writer.script(number)
      })
  }
}
