/// One row of a bar chart: a label, stacked parts and the value in figures.
struct BarRow {
  let label: String
  /// Class of the fill and size, in the unit of `total`.
  let parts: [(style: String, size: Int)]
  let total: Int
  let value: String
  let detail: String
  /// Where the things that the value counts are listed.
  var link: String?
}

/// Bar charts as tables, with bars drawn as SVG; they need no text beside the table's own.
enum Bar {
  /// A section with a chart.
  static func table(
    _ title: String, id: String, rows: [BarRow], legend: [(style: String, word: String)] = []
  ) -> HTML {
    let body = HTML(rows.map(row))
    let items = HTML(
      legend.map { entry -> HTML in
        """
        <li><svg aria-hidden="true" viewBox="0 0 12 12"><rect class="\(entry.style)" width="12" height="12" rx="2"/></svg>\(entry.word)</li>
        """
      })
    let key: HTML = legend.isEmpty ? "" : "<ul class=\"legend\">\(items)</ul>"
    return """
      <section id="\(id)"><h2>\(title)</h2><table class="bars"><caption class="vh">\(title)</caption>\
      <tbody>\(body)</tbody></table>\(key)</section>
      """
  }

  private static func row(_ row: BarRow) -> HTML {
    var start = 0.0
    var bars = HTML()
    for part in row.parts where part.size > 0 {
      let width = Double(part.size) / Double(row.total) * 100
      bars += """
        <rect class="\(part.style)" x="\(percent(start))" y="2" width="\(percent(width))" height="14"/>
        """
      start += width
    }
    let value: HTML = row.link.map { "<a href=\"\($0)\">\(row.value)</a>" } ?? "\(row.value)"
    return """
      <tr><th scope="row">\(row.label)</th><td><svg aria-hidden="true">\(bars)</svg></td>\
      <td><b>\(value)</b> <span class="muted">\(row.detail)</span></td></tr>
      """
  }

  /// A small stacked bar of shares.
  static func shares(_ parts: [(style: String, size: Int)], width: Int) -> HTML {
    let total = parts.reduce(0) { $0 + $1.size }
    guard total > 0 else { return "" }
    var start = 0.0
    var bars = HTML()
    for part in parts where part.size > 0 {
      let share = Double(part.size) / Double(total) * Double(width)
      bars += """
        <rect class="\(part.style)" x="\(tenths(start))" y="0" width="\(tenths(max(share - 1, 1)))" height="12" rx="1"/>
        """
      start += share
    }
    return """
      <svg class="mini" viewBox="0 0 \(width) 12" preserveAspectRatio="none" aria-hidden="true">\(bars)</svg>
      """
  }

  private static func percent(_ value: Double) -> String { tenths(value) + "%" }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
