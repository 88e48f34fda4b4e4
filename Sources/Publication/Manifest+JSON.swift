extension Manifest {
  static let generator = "so-report"
  static let fileName = "manifest.json"

  /// The text of manifest.json: one file a line, outputs by path.
  ///
  /// Its digest is that of the text without the line that holds it, so that anyone can check it:
  /// `grep -v '^"digest":' manifest.json | sha256sum`.
  func json(outputs: [Output]) -> String {
    let head = "{\n\"generator\":\(quote(Self.generator)),\n\"version\":\(quote(version)),\n"
    let files = inputs.map { line("file", $0.file, $0.sha256, $0.bytes) }
    let pages = outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { line("path", $0.path, $0.sha256, $0.bytes) }
    let tail =
      "\"inputsDigest\":\(quote(inputsDigest)),\n\"inputs\":\(list(files)),\n"
      + "\"outputs\":\(list(pages))\n}\n"
    let digest = SHA256Hex.digest(Array((head + tail).utf8))
    return head + "\"digest\":\(quote(digest)),\n" + tail
  }

  private func line(_ key: String, _ name: String, _ sha256: String, _ bytes: Int) -> String {
    "{\"\(key)\":\(quote(name)),\"sha256\":\(quote(sha256)),\"bytes\":\(bytes)}"
  }

  private func list(_ lines: [String]) -> String {
    lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n]"
  }

  private func quote(_ text: String) -> String {
    // Most names need no escape.
    let isPlain = text.utf8.allSatisfy { $0 > 0x1F && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
    if isPlain { return "\"" + text + "\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
