extension Manifest {
  static let generator = "so-report"
  static let fileName = "manifest.json"

  /// The text of manifest.json: one file a line, outputs by path.
  ///
  /// Its digest is that of the text without the line that holds it, so that anyone can check it:
  /// `grep -v '^"digest":' manifest.json | sha256sum`.
  func json(outputs: [Output]) -> String {
    var head: [UInt8] = []
    head.append("{\n\"generator\":", quoted: Self.generator)
    head.append(",\n\"version\":", quoted: version)
    head.append(",\n")
    var tail: [UInt8] = []
    tail.reserveCapacity((inputs.count + outputs.count) * 160)
    tail.append("\"inputsDigest\":", quoted: inputsDigest)
    tail.append(",\n\"inputs\":")
    tail.append(list: inputs) { $0.append("{\"file\":", $1.file, $1.sha256, $1.bytes) }
    tail.append(",\n\"outputs\":")
    let pages = outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    tail.append(list: pages) { $0.append("{\"path\":", $1.path, $1.sha256, $1.bytes) }
    tail.append("\n}\n")
    var digest: [UInt8] = []
    digest.append("\"digest\":", quoted: SHA256Hex.digest(head + tail))
    digest.append(",\n")
    return String(decoding: head + digest + tail, as: UTF8.self)
  }
}

extension Array<UInt8> {
  fileprivate mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  fileprivate mutating func append(_ key: String, quoted text: String) {
    append(key)
    append(quoted: text)
  }

  /// Appends a file's line, which begins with `key`.
  fileprivate mutating func append(_ key: String, _ name: String, _ sha256: String, _ bytes: Int) {
    append(key, quoted: name)
    append(",\"sha256\":", quoted: sha256)
    append(",\"bytes\":")
    append(String(bytes))
    append(UInt8(ascii: "}"))
  }

  fileprivate mutating func append<Item>(
    list items: [Item], _ line: (inout [UInt8], Item) -> Void
  ) {
    append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      append(index == 0 ? "\n" : ",\n")
      line(&self, item)
    }
    append(items.isEmpty ? "]" : "\n]")
  }

  private mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
