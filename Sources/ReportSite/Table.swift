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
  var bodyRows: [HTML] {
    let starts = columns.map { column -> HTML in
      let style: HTML = column.isNumber ? " class=\"num\"" : ""
      return "<td role=\"cell\" data-l=\"\(column.title)\"\(style)>"
    }
    return rows.map { Self.row($0, starts) }
  }

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

  /// A row; `starts` are the start tags of cells by column, of which the first is a heading.
  private static func row(_ cells: [HTML], _ starts: [HTML]) -> HTML {
    var html = HTML(capacity: cells.reduce(64) { $0 + $1.byteCount + 64 })
    html.append("<tr role=\"row\">")
    for (cell, start) in zip(cells.indices, starts) {
      if cell == 0 {
        html.append("<th role=\"rowheader\" scope=\"row\">")
        html += cells[cell]
        html.append("</th>")
      } else {
        html += start
        html += cells[cell]
        html.append("</td>")
      }
    }
    html.append("</tr>")
    return html
  }
}
