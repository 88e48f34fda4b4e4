/// Sizes of files for people.
package enum ByteCount {
  /// `812 bytes`, `3.1 KB` or `20.0 MB`: powers of 1,000, as file managers and mail programs count.
  package static func text(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    var (size, unit) = (bytes, "KB")
    if bytes >= 999_950 { (size, unit) = (bytes / 1000, "MB") }
    let tenths = (size + 50) / 100
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
