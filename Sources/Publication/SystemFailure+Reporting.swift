extension SystemFailure {
  /// Runs `body` and reports its failure as that of what we were `doing` to `path`.
  static func reporting<Result: ~Copyable>(
    _ exitCode: PublicationError.ExitCode, _ path: String, doing: String,
    _ body: () throws(SystemFailure) -> Result
  ) throws(PublicationError) -> Result {
    do throws(SystemFailure) {
      return try body()
    } catch {
      throw PublicationError(exitCode, path, "cannot \(doing): \(error.advice)")
    }
  }
}
