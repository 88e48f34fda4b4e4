import AssessmentModel

/// A picture that assessment.yaml names as logo, checked before it is let into a site.
enum LogoFile {
  /// The most bytes of a logo: it is part of every page of a single-file report.
  static let limit = 200_000

  /// Takes a PNG or an SVG; throws what is wrong with it.
  static func read(_ bytes: [UInt8]) throws(FileProblem) -> Logo {
    guard bytes.count <= limit else {
      throw problem(
        "the logo has \(ByteCount.text(bytes.count)); at most \(ByteCount.text(limit)) are taken",
        remedy: "Make the picture smaller; it is shown 26 pixels high.")
    }
    if bytes.starts(with: PNGCheck.signature) {
      try PNGCheck.check(bytes)
      return Logo(kind: .png, bytes: bytes)
    }
    let head = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard head == UInt8(ascii: "<") else {
      throw problem(
        "the logo is neither PNG nor SVG", remedy: "Save it in one of the two formats.")
    }
    var check = SVGCheck(bytes)
    try check.run()
    return Logo(kind: .svg, bytes: bytes)
  }

  static func problem(_ summary: String, remedy: String? = nil) -> FileProblem {
    FileProblem("bad-logo", summary, remedy: remedy)
  }
}

/// Whether bytes are a PNG from its first chunk to its last (PNG specification, section 5).
enum PNGCheck {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The most pixels of a side.
  static let sideLimit = 4000

  static func check(_ bytes: [UInt8]) throws(FileProblem) {
    func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) } }
    var offset = signature.count
    var isFirst = true
    while offset + 12 <= bytes.count {
      let length = number(offset)
      let type = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      guard length <= bytes.count - offset - 12 else { break }
      if isFirst {
        guard type == "IHDR", length == 13 else { break }
        let sides = [number(offset + 8), number(offset + 12)]
        guard sides.allSatisfy((1...sideLimit).contains) else {
          throw LogoFile.problem(
            "the logo is \(sides[0]) by \(sides[1]) pixels; a side may have 1 to \(sideLimit)")
        }
      }
      isFirst = false
      offset += length + 12
      if type == "IEND" {
        if offset == bytes.count { return }
        throw LogoFile.problem("the logo has bytes behind the end of its PNG")
      }
    }
    throw LogoFile.problem(
      "the logo is a PNG that is cut off or damaged", remedy: "Export or download it again.")
  }
}
