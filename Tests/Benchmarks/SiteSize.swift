import FoundationEssentials
import Glibc

/// How big a site is; all sizes in bytes.
struct SiteSize {
  private(set) var files = 0
  /// Everything but CSV files.
  private(set) var withoutCSV = 0
  private(set) var csv = 0
  /// The largest HTML page.
  private(set) var largestPage = 0

  /// Measures the files below a folder.
  init(of folder: String) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let size = try Self.size("\(folder)/\(path)") else { continue }
      files += 1
      if path.hasSuffix(".csv") {
        csv += size
      } else {
        withoutCSV += size
      }
      if path.hasSuffix(".html") { largestPage = max(largestPage, size) }
    }
  }

  /// The size of a file; nil for what is no file.
  static func size(_ path: String) throws(BenchmarkFailure) -> Int? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      throw BenchmarkFailure("\(path) is gone")
    }
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}
