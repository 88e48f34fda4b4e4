import AssessmentModel

/// Evidence files as pages list them: one by one, but the files of one kind of which a folder holds
/// very many as one entry, because nobody reads thousands of rows.
struct EvidenceFileList: Sendable {
  /// From how many files of one kind on a folder is one entry.
  static let limit = 1000

  /// One file, or many of one folder.
  struct Entry: Sendable {
    /// Numbers of the files, in the order of their names.
    fileprivate(set) var files: [Int]
    /// Of one file its name; of many their folder's with a slash at its end, empty where there is none.
    let name: String
    /// Of one file its SHA-256; of many that of the list that `sha256sum` prints of them.
    fileprivate(set) var sha256: String

    var isFolder: Bool { files.count > 1 }
  }

  /// In the order of the first file of each.
  private(set) var entries: [Entry] = []
  /// By file: the number of its entry.
  private(set) var entryOfFile: [Int] = []
  /// By file: the time of its newest record, `Record.undated` where it has none.
  private(set) var newest: [Int64]

  /// The time of the newest record of an entry, or `Record.undated`.
  func newest(of entry: Entry) -> Int64 {
    entry.files.reduce(Record.undated) { max($0, newest[$1]) }
  }

  /// What files of one entry have in common.
  private struct Key: Hashable {
    let folder: Substring
    let kind: String
    let isIncomplete: Bool

    init(_ file: EvidenceFile) {
      folder = EvidenceFileList.folder(of: file.name)
      kind = file.kind
      isIncomplete = file.isIncomplete
    }
  }

  init(_ evidence: Evidence) {
    newest = evidence.files.map { _ in Record.undated }
    for row in evidence.records.rows {
      newest[Int(row.file)] = max(newest[Int(row.file)], row.updated)
    }
    let files = evidence.files
    let groups = Self.groups(of: files)
    var entryOfGroup: [Int: Int] = [:]
    entryOfFile.reserveCapacity(files.count)
    for (index, file) in files.enumerated() {
      let group = groups.isEmpty ? nil : groups[index]
      if let group, let number = entryOfGroup[group] {
        entries[number].files.append(index)
        entryOfFile.append(number)
        continue
      }
      if let group { entryOfGroup[group] = entries.count }
      entryOfFile.append(entries.count)
      let folder = Self.folder(of: file.name)
      let name = group == nil ? file.name : folder.isEmpty ? "" : folder + "/"
      entries.append(Entry(files: [index], name: name, sha256: file.sha256))
    }
    for (number, entry) in entries.enumerated() where entry.isFolder {
      entries[number].sha256 = Self.digest(of: entry, files)
    }
  }

  /// By file: the number of its folder and kind where these have very many files; empty where there
  /// are few files anyway.
  private static func groups(of files: [EvidenceFile]) -> [Int?] {
    guard files.count >= limit else { return [] }
    var numbers = KeyNumbers<Key>()
    var counts: [Int] = []
    let all = files.map { file in
      let number = numbers.number(of: Key(file))
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      return number
    }
    return all.map { counts[$0] < limit ? nil : $0 }
  }

  private static func folder(of name: String) -> Substring {
    name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[..<$0] } ?? ""
  }

  /// What sha256sum writes for some bytes of a name, behind a backslash before the line.
  private static let escapes: [UInt8: String] = [
    UInt8(ascii: "\\"): "\\\\", UInt8(ascii: "\n"): "\\n", UInt8(ascii: "\r"): "\\r",
  ]

  private static func digest(of entry: Entry, _ files: [EvidenceFile]) -> String {
    var list: [UInt8] = []
    for index in entry.files {
      let name = files[index].name.dropFirst(entry.name.count)
      let isEscaped = name.utf8.contains { escapes[$0] != nil }
      if isEscaped { list.append(UInt8(ascii: "\\")) }
      list += files[index].sha256.utf8
      list += "  ".utf8
      for byte in name.utf8 {
        if isEscaped, let escape = escapes[byte] { list += escape.utf8 } else { list.append(byte) }
      }
      list.append(UInt8(ascii: "\n"))
    }
    return Digest.sha256Hex(of: CollectionOfOne(list))
  }
}
