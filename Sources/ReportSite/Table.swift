/// A table whose rows become cards on narrow screens.
struct Table {
  struct Column {
    let title: String
    let isNumber: Bool

    init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  let label: String
  let columns: [Column]
  /// One cell a column; the first names the row.
  let rows: [[HTML]]

  /// The whole table.
  var html: HTML { html(around: HTML(bodyRows)) }

  /// The rows as markup.
  var bodyRows: [HTML] { rows.map { "<tr role=\"row\">\(cells($0))</tr>" } }

  /// The table with rows that were made before.
  func html(around body: HTML) -> HTML {
    let headings = HTML(
      columns.map { column -> HTML in
        """
        <th role="columnheader" scope="col"\(column.isNumber ? " class=\"num\"" : "" as HTML)>\(column.title)</th>
        """
      })
    return """
      <div class="tw" tabindex="0" role="region" aria-label="\(label)"><table class="stack" role="table">\
      <caption class="vh">\(label)</caption><thead role="rowgroup"><tr role="row">\(headings)</tr></thead>\
      <tbody role="rowgroup">\(body)</tbody></table></div>
      """
  }

  private func cells(_ row: [HTML]) -> HTML {
    HTML(
      zip(columns, row).enumerated().map { number, cell -> HTML in
        let (column, value) = cell
        if number == 0 { return "<th role=\"rowheader\" scope=\"row\">\(value)</th>" }
        let style: HTML = column.isNumber ? " class=\"num\"" : ""
        return "<td role=\"cell\" data-l=\"\(column.title)\"\(style)>\(value)</td>"
      })
  }
}
