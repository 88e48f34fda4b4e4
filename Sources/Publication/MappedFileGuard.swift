import CPlatform

/// What happens when a file that is mapped into memory shrinks while it is read.
package enum MappedFileGuard {
  /// From now on such a file ends the process with an exit code and one line on standard error that
  /// names it, instead of with SIGBUS; nothing is published then.
  package static func exit(with status: Int32, asJSON: Bool) {
    platform_guard_mapped_files(status, asJSON ? 1 : 0)
  }
}
