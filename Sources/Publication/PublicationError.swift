/// Why a site was not published or not verified; its description is a message for people.
package struct PublicationError: Error, Equatable, CustomStringConvertible {
  /// What the command exits with.
  package let exitCode: ExitCode
  /// What happened to which path, and what to do.
  package let description: String

  /// Exit codes after sysexits.h, as architecture.md lists them.
  package enum ExitCode: Int32, Sendable {
    /// The manifest of a site is not what it claims to be.
    case invalid = 65
    /// There is no published site at the path.
    case missing = 66
    /// The output cannot be created, or it is not ours to replace.
    case cannotCreate = 73
    /// A file cannot be opened, read or written.
    case inputOutput = 74
    /// Another run holds the output.
    case busy = 75
  }

  /// A problem of what is at `path`, in words that follow it and a colon.
  package init(_ exitCode: ExitCode, _ path: String, _ problem: String) {
    self.exitCode = exitCode
    description = "\(Self.onOneLine(path)): \(problem)"
  }

  private static func onOneLine(_ path: String) -> String {
    String(path.map { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } ? $0 : "?" })
  }
}
