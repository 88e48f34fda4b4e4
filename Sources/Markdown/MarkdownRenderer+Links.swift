extension MarkdownRenderer {
  mutating func openLink(_ address: String, title: String) {
    let target = links.contains(true) ? nil : LinkTarget(address)
    if let target { html += startTag(target, title: title) }
    links.append(target != nil)
  }

  mutating func closeLink() {
    if links.popLast() == true { html += "</a>" }
  }

  /// An image becomes a link to it: a report asks nothing of anyone when it is read.
  mutating func writeImage(_ address: String, title: String) {
    let alternative = document.plainText(at: position)
    let text = (alternative.isEmpty ? address : alternative).htmlEncoded
    if !links.contains(true), let target = LinkTarget(address) {
      html += "\(startTag(target, title: title))\(text)</a>"
    } else {
      html += text
    }
    skip(to: document.end(of: position))
  }

  private func startTag(_ target: LinkTarget, title: String) -> String {
    let external = target.isExternal ? " rel=\"noopener noreferrer\"" : ""
    let title = title.isEmpty ? "" : " title=\"\(title.htmlEncoded)\""
    return "<a href=\"\(target.address.htmlEncoded)\"\(title)\(external)>"
  }
}
