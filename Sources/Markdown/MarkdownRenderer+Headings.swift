extension MarkdownRenderer {
  /// The nearest heading before the place.
  var heading: MarkdownHeading? { headingCount > 0 ? headings[headingCount - 1] : nil }

  mutating func openHeading(_ level: Int) {
    let heading = headings[headingCount]
    headingCount += 1
    outline.removeAll { $0.level >= level }
    outline.append(heading)
    let id = " id=\"\(heading.id.htmlEncoded)\""
    // A section is cut only out of the document itself, never out of a quotation or a list.
    let isTop = depth == 2
    if isTop, level <= 2 { endSection() }
    let bearsSection = isTop && level == 2 && style.sections
    if bearsSection {
      startBlock("<section\(id)>\n")
      isSectionOpen = true
    }
    startBlock("<h\(shifted(level))\(bearsSection ? "" : id)>")
  }

  mutating func closeHeading(_ level: Int) {
    html += "</h\(shifted(level))>\n"
    guard let id = heading?.id, let insertion = style.insertions[id] else { return }
    html += insertion
    if !insertion.hasSuffix("\n") { html += "\n" }
  }

  mutating func endSection() {
    guard isSectionOpen else { return }
    html += "</section>\n"
    isSectionOpen = false
  }

  private func shifted(_ level: Int) -> Int { min(6, max(1, level + style.headingShift)) }
}
