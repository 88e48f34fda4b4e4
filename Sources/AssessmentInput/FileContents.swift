import JSON

/// One file's contents, unpacked, with what is known of it before it is read.
struct FileContents {
  /// The path on disk; nil for standard input and for what lies in a ZIP.
  let path: String?
  /// The name that the report shows.
  let name: String
  let folder: String
  let role: InputFile.Role
  let isGivenAlone: Bool
  /// 64 hexadecimal digits; empty while the file is being read.
  var sha256: String
  /// The size of the file, packed or not.
  let bytes: Int
  private(set) var text: JSONText
  /// How it was packed, such as `gzip`; nil when it was not.
  let packing: String?

  /// The same without the text, whose memory can go.
  var withoutText: FileContents {
    var contents = self
    contents.text = JSONText("")
    return contents
  }

  /// Whether the name claims that this is JSON.
  var claimsJSON: Bool {
    let endings = [".json", ".jsonl", ".ndjson", "-json"]
    return endings.contains { unpackedName.hasSuffix($0) }
  }

  /// Whether the name claims that this is prose.
  var claimsProse: Bool { unpackedName.hasSuffix(".md") || unpackedName.hasSuffix(".txt") }

  /// Whether the name claims that this is packed.
  var claimsPacking: Bool {
    [".gz", ".zst", ".zip"].contains { name.lowercased().hasSuffix($0) }
  }

  private var unpackedName: String {
    let name = name.lowercased()
    let ending = [".gz", ".zst"].first { name.hasSuffix($0) }
    return String(name.dropLast(ending?.count ?? 0))
  }
}

extension FileContents {
  /// The contents of a file that is not packed.
  init(_ file: InputFile, name: String, text: JSONText) {
    self.init(
      path: file.path, name: name, folder: file.folder, role: file.role,
      isGivenAlone: file.isGivenAlone, sha256: "", bytes: text.count, text: text, packing: nil)
  }
}
