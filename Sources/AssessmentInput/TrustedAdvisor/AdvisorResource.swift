import AssessmentModel

/// Where a row belongs and what it is about (rules.md 2).
struct AdvisorResource {
  /// A region code; empty for what is about the whole account.
  let region: String
  /// An ARN, or what Trusted Advisor calls the resource.
  let name: String

  /// Works out both; a check without columns is about the account.
  ///
  /// `isNamed` tells whether other evidence names an ARN.
  init(
    _ row: AdvisorRow, _ cells: AdvisorCells, of check: TrustedAdvisorCheck,
    isNamed: (String) -> Bool
  ) {
    let told = row.resource ?? cells["Resource"]
    let region = Self.region(row, cells, told)
    let partition = region.isEmpty ? row.partition ?? "aws" : Region.partition(of: region)
    let account = row.account ?? ""
    let place = ["partition": partition, "region": region, "account": account]
    let arns = check.arns.compactMap { Self.arn($0, cells, told, place) }
    self.region = region
    let root = account.isEmpty ? "" : "arn:\(partition):iam::\(account):root"
    if check.columns?.isEmpty == true {
      name = root
    } else if let arn = arns.first(where: isNamed) ?? arns.first {
      name = arn
    } else if let told, !told.isEmpty {
      name = Self.isAccount(told) ? root : told
    } else if row.cells.isEmpty && region.isEmpty {
      name = root
    } else {
      name = row.ownID ?? root
    }
  }

  /// The region of the row, of its columns, or of the ARN of its resource; anything else names none.
  private static func region(_ row: AdvisorRow, _ cells: AdvisorCells, _ told: String?) -> String {
    let fields = told?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let places = [
      row.region, cells["Region API Parameter"], cells["Region"],
      fields.count > 5 && fields[0] == "arn" ? String(fields[3]) : nil,
    ]
    return places.compactMap(\.self).first(where: Region.isCode) ?? ""
  }

  /// Whether a text is an account's id, or Security Hub's name of an account.
  private static func isAccount(_ text: String) -> Bool {
    text.hasPrefix("AWS::::Account:") || Form.isAccount(text)
  }

  /// Fills a template; nil where something is missing.
  ///
  /// A resource that the record names stands in for the column that it leaves out; one that is
  /// an ARN already is taken as it is.
  private static func arn(
    _ template: String, _ cells: AdvisorCells, _ told: String?, _ place: [String: String]
  ) -> String? {
    var arn = template
    for column in TrustedAdvisorCheck.columns(in: template) {
      let plain = told.flatMap { $0.hasPrefix("arn:") ? nil : $0 }
      guard let value = cells[column] ?? plain, !value.isEmpty else { return nil }
      if value.hasPrefix("arn:") { return value }
      arn = arn.replacing("{\(column)}", with: value)
    }
    for (word, value) in place where arn.contains("{\(word)}") {
      guard !value.isEmpty else { return nil }
      arn = arn.replacing("{\(word)}", with: value)
    }
    return arn
  }
}
