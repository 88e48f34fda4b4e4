extension MarkdownRenderer {
  mutating func openTable(numeric: [Bool]) {
    table = TableProgress(numeric: numeric)
    let owner = outline.last { style.tableClasses[$0.id] != nil }
    let name = owner.flatMap { style.tableClasses[$0.id] } ?? style.tableClass
    let region = "class=\"tw\" tabindex=\"0\" role=\"region\" aria-label=\"\(tableLabel)\""
    startBlock("<div \(region)><table")
    if let name { html += " class=\"\(name.htmlEncoded)\"" }
    html += "\(role("table"))>\n"
  }

  mutating func closeTable() {
    if table.hasBody { html += "</tbody>\n" }
    html += "</table></div>\n"
  }

  mutating func openTableHeader() {
    html += "<thead\(role("rowgroup"))>\n<tr\(role("row"))>"
    table.isInHeader = true
    table.column = 0
  }

  mutating func closeTableHeader() {
    html += "</tr>\n</thead>\n"
    table.isInHeader = false
  }

  mutating func openTableRow() {
    if !table.hasBody { html += "<tbody\(role("rowgroup"))>\n" }
    table.hasBody = true
    table.column = 0
    html += "<tr\(role("row"))>"
  }

  mutating func openTableCell() {
    let number = table.numeric[table.column] ? " class=\"num\"" : ""
    // A heading of nothing says nothing to who hears it: an empty cell is always a plain one.
    let isEmpty = document.steps[position + 1] == .close(.tableCell)
    table.isHeading = !isEmpty && (table.isInHeader || table.column == 0)
    if table.isInHeader {
      table.labels.append(Self.label(document.plainText(at: position)).htmlEncoded)
    }
    switch (isHeading: table.isHeading, inHeader: table.isInHeader) {
    case (true, true): html += "<th scope=\"col\"\(number)\(role("columnheader"))>"
    case (true, false): html += "<th scope=\"row\"\(number)\(role("rowheader"))>"
    case (false, true): html += "<td\(number)\(role("cell"))>"
    case (false, false):
      html += "<td data-l=\"\(table.labels[table.column])\"\(number)\(role("cell"))>"
    }
  }

  mutating func closeTableCell() {
    html += table.isHeading ? "</th>" : "</td>"
    table.column += 1
  }

  private var tableLabel: String { Self.label(heading?.text ?? "Table").htmlEncoded }

  private func role(_ name: String) -> String { style.tableRoles ? " role=\"\(name)\"" : "" }

  /// A label repeats a text that the page shows in full, once a cell: so it is kept short.
  private static func label(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return text.utf8.count > 80 && scalars.count > 80
      ? String(scalars.prefix(79)) + "…" : text
  }
}
