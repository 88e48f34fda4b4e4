import Glibc

extension OutputPlace {
  /// Takes the site's lock; throws exit code 75 where another run has it.
  func lock(_ name: String) throws(PublicationError) -> FileLock {
    let lock = try SystemFailure.reporting(.cannotCreate, path, doing: "make a file beside it") {
      () throws(SystemFailure) in
      try parent.lock(name)
    }
    guard let lock else {
      throw PublicationError(.busy, path, "another run is writing it; wait until that has ended")
    }
    return lock
  }

  /// Heals what a killed run has left: an old site that was set aside, and half a new one.
  func removeLeftovers(_ beside: NamesBeside) throws(SystemFailure) {
    if try parent.entry(name) == nil, try parent.entry(beside.aside) != nil {
      try parent.rename(beside.aside, to: name)
    }
    try parent.removeTree(beside.aside)
    for leftover in try parent.names() where leftover.hasPrefix(beside.stagingPrefix) {
      try parent.removeTree(leftover)
    }
  }

  /// Gives the staged site the site's name; the old one is then under a name beside it.
  func put(_ beside: NamesBeside, _ replacement: Replacement) throws(PublicationError) {
    do throws(SystemFailure) {
      if try parent.entry(name) == nil {
        try parent.rename(beside.staging, to: name)
      } else if replacement == .renaming {
        try rename(beside)
      } else {
        try exchange(beside)
      }
    } catch {
      let code: PublicationError.ExitCode =
        [EBUSY, EXDEV].contains(error.number) ? .cannotCreate : .inputOutput
      throw PublicationError(code, path, "cannot take the new site in: \(error.advice)")
    }
  }

  private func exchange(_ beside: NamesBeside) throws(SystemFailure) {
    do throws(SystemFailure) {
      try parent.exchange(beside.staging, name)
    } catch {
      guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.number) else { throw error }
      try rename(beside)
    }
  }

  private func rename(_ beside: NamesBeside) throws(SystemFailure) {
    try parent.rename(name, to: beside.aside)
    do throws(SystemFailure) {
      try parent.rename(beside.staging, to: name)
    } catch {
      try parent.rename(beside.aside, to: name)
      throw error
    }
  }
}
