import CSiteFiles

/// A file of `templates/` or `assets/` that was compiled into the executable.
@safe package struct EmbeddedFile: Sendable {
  /// The path below the repository root, such as `templates/checks/IAM.3.md`.
  package let path: String
  nonisolated(unsafe) private let contents: UnsafeRawBufferPointer

  /// The contents, which live as long as the process.
  package var bytes: RawSpan {
    @_lifetime(immortal)
    get {
      let span = unsafe RawSpan(_unsafeBytes: contents)
      return unsafe _overrideLifetime(span, copying: ())
    }
  }

  /// The contents, copied.
  package var array: [UInt8] { unsafe Array(contents) }

  /// The contents as UTF-8 text.
  package var text: String { unsafe String(decoding: contents, as: UTF8.self) }

  /// Every embedded file, in the order of `site_files.c`.
  package static let all: [EmbeddedFile] = (0..<site_files_count).map { index in
    let file = unsafe site_files[index]
    return unsafe EmbeddedFile(
      path: String(cString: file.path),
      contents: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
  }
}
