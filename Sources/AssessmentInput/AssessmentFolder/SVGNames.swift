/// The elements and attributes of SVG that a logo may have: those that draw.
enum SVGNames {
  static let elements: Set = [
    "svg", "g", "defs", "symbol", "use", "title", "desc", "style", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "linearGradient",
    "radialGradient", "stop", "clipPath", "mask",
  ]

  /// Elements in which text may stand.
  static let withText: Set = ["title", "desc", "style", "text", "tspan"]

  private static let attributes: Set = [
    "id", "class", "style", "type", "role", "lang", "version", "baseProfile", "viewBox",
    "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
    "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points", "pathLength", "transform", "opacity",
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "color", "clip-path", "clip-rule", "clipPathUnits", "mask", "maskUnits",
    "maskContentUnits", "gradientUnits", "gradientTransform", "spreadMethod", "offset",
    "stop-color", "stop-opacity", "font-family", "font-size", "font-weight", "font-style",
    "text-anchor", "dominant-baseline", "letter-spacing", "textLength", "lengthAdjust", "rotate",
    "overflow", "display", "visibility", "paint-order", "shape-rendering", "text-rendering",
    "color-interpolation", "enable-background", "vector-effect", "xml:space", "xml:lang",
    "focusable", "href", "xlink:href", "xmlns", "xmlns:xlink",
  ]

  private static let namespaces = [
    "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink",
  ]

  /// What is wrong with an attribute; nil for nothing.
  static func problem(attribute name: String, value: String, of element: String) -> String? {
    guard attributes.contains(name) || name.hasPrefix("aria-") else {
      return "the attribute \(name) is not taken"
    }
    if let namespace = namespaces[name] {
      return value == namespace ? nil : "\(name) must be \(namespace)"
    }
    if name == "href" || name == "xlink:href" {
      return value.hasPrefix("#") ? nil : "\(name) must lead to a place in the logo itself"
    }
    if name == "style" { return problem(style: value) }
    return leadsAway(value) ? "\(name) leads out of the logo" : nil
  }

  /// What is wrong with a style sheet or declarations; nil for nothing.
  static func problem(style text: String) -> String? {
    if text.contains("@") || text.contains("\\") || text.contains("/*") {
      return "styles must not have at-rules, escapes or comments"
    }
    return leadsAway(text) ? "a style leads out of the logo" : nil
  }

  /// Whether a value names anything by `url()` but a place in the file, as `url(#a)` does.
  private static func leadsAway(_ value: String) -> Bool {
    let parts = value.lowercased().split(separator: "url", omittingEmptySubsequences: false)
    return parts.dropFirst().contains { !$0.hasPrefix("(#") }
      || value.lowercased().contains("image") || value.contains("\\")
  }
}
