import AssessmentInput
import AssessmentModel
import JSON

extension FileAccess {
  /// A disk that holds these files and the folders above them.
  static func holding(
    _ files: [String: [UInt8]], standardInput: [UInt8] = []
  ) -> FileAccess {
    struct NoSuchFile: Error {}
    return FileAccess(
      kind: { path in
        if files[path] != nil { return .file }
        return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
      },
      list: { path in
        let below = files.keys.filter { $0.hasPrefix(path + "/") }
          .map { $0.dropFirst(path.count + 1) }
        return FolderListing(
          Array(Set(below.compactMap { $0.split(separator: "/").first.map(String.init) })))
      },
      read: { path in
        guard let bytes = files[path] else { throw NoSuchFile() }
        return JSONText(bytes)
      },
      standardInput: { JSONText(standardInput) })
  }
}

/// Reads a folder `in` of these files.
func reading(
  _ files: [String: String], skipInvalid: Bool = false, checksLenses: Bool = false,
  account: String? = nil, region: String? = nil
) -> ReadResult {
  readingBytes(
    files.mapValues { Array($0.utf8) }, skipInvalid: skipInvalid, checksLenses: checksLenses,
    account: account, region: region)
}

/// Reads a folder `in` of these files.
func readingBytes(
  _ files: [String: [UInt8]], skipInvalid: Bool = false, checksLenses: Bool = false,
  account: String? = nil, region: String? = nil
) -> ReadResult {
  let disk = Dictionary(uniqueKeysWithValues: files.map { ("in/" + $0.key, $0.value) })
  return EvidenceReader.read(
    EvidenceRequest(
      inputs: ["in"], skipInvalid: skipInvalid, checksLenses: checksLenses,
      evidenceAccount: account, evidenceRegion: region, advisorChecks: AdvisorSample.checks),
    disk: .holding(disk), objectives: ["so-1", "so-2", "so-3"],
    generatorIDs: ["pci-dss/v/3.2.1/PCI.IAM.1": ["IAM.4"]])
}

extension ReadResult {
  /// The lines of all failures.
  var failureLines: [String] { failures.map(\.diagnostic.line) }

  /// The lines of all warnings and notes, those about malformed records last and without their
  /// remedy, which is always the same.
  var warningLines: [String] {
    evidence.diagnostics.map(\.line)
      + evidence.malformed.flatMap(\.diagnostics).map { diagnostic in
        Diagnostic(
          diagnostic.severity, diagnostic.identifier, file: diagnostic.file,
          place: diagnostic.place, diagnostic.summary
        ).line
      }
  }

  /// The text of a string of the rows.
  subscript(id: StringID) -> String { evidence.records.strings[id] }

  /// The reference of a row.
  func reference(_ row: Record) -> CheckReference {
    evidence.records.references[Int(row.reference)]
  }
}
