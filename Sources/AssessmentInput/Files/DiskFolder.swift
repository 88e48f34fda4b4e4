import FoundationEssentials
import Glibc
import JSON

/// Folders, and what stands at paths.
enum DiskFolder {
  /// Lists a folder.
  static func listing(at path: String) throws(POSIXError) -> FolderListing {
    guard let folder = unsafe opendir(path) else { throw lastError }
    defer { unsafe closedir(folder) }
    var listing = FolderListing()
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else { throw lastError }
        return listing
      }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe Array(name.prefix { $0 != 0 })
      }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      if let text = String(validating: bytes, as: UTF8.self) {
        listing.entries.append(
          FolderListing.Entry(name: text, kind: unsafe kind(entry.pointee.d_type)))
      } else {
        listing.notUTF8.append(escaped(bytes))
      }
    }
  }

  /// What the folder itself tells of an entry; nil for links, and where it does not tell.
  private static func kind(_ type: UInt8) -> FileAccess.Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    default: nil
    }
  }

  /// The text of a name, with what is not UTF-8 as `\xE9`.
  static func escaped(_ name: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = name.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        text.append(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        for byte in name[offset..<offset + length] {
          text.append(contentsOf: "\\x\(String(byte, radix: 16, uppercase: true))".unicodeScalars)
        }
        offset += length
      case .emptyInput: return String(text)
      }
    }
  }

  /// Why nothing is at a path, links followed.
  static func obstacle(at path: String) -> Obstacle {
    if let name = argumentNotUTF8(path) { return .notUTF8(name: name) }
    var status = Glibc.stat()
    return unsafe stat(path, &status) == 0 ? .unknown : Obstacle(errno: errno)
  }

  /// The argument of this process that is not UTF-8 and came as `text`, escaped.
  private static func argumentNotUTF8(_ text: String) -> String? {
    guard text.unicodeScalars.contains("\u{FFFD}"),
      let arguments = try? DiskFile.text(at: "/proc/self/cmdline")
    else { return nil }
    let bytes = arguments.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    return bytes.split(separator: 0).map { Array($0) }.first { argument in
      String(decoding: argument, as: UTF8.self) == text
        && String(validating: argument, as: UTF8.self) == nil
    }.map(escaped)
  }

  private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
