import ArgumentParser
import FoundationEssentials
import SyntheticFindings

extension ExportEnvelope: ExpressibleByArgument {}

/// An export on the disk.
struct ExportFiles {
  let export: SyntheticExport

  /// Writes the export into one file; returns its size in bytes.
  func write(to path: String, as envelope: ExportEnvelope = .object) throws -> Int {
    var file = try OutputFile(path)
    try envelope.write(export) { (text) throws(BenchmarkFailure) in try file.write(text) }
    try file.finish()
    return file.count
  }

  /// Writes a file for each finding into a new folder; returns their size in bytes.
  func writeSingly(to folder: String) throws -> Int {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var total = 0
    for (number, finding) in export.enumerated() {
      let path = "\(folder)/finding-\(1_000_000 + number).json"
      var file = try OutputFile(path)
      try ExportEnvelope.object.write([finding]) { (text) throws(BenchmarkFailure) in
        try file.write(text)
      }
      try file.finish()
      total += file.count
    }
    return total
  }
}
