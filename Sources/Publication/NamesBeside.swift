/// The names that a run uses beside a site; all start with a full stop and the site's name.
struct NamesBeside {
  let lock: String
  /// Where the new site is made, and after an exchange what is left of the old one.
  let staging: String
  /// Where the old site waits while it is replaced by renaming.
  let aside: String
  let stagingPrefix: String

  init(site: String) {
    // Only the run that has the lock uses the names; the number is for file systems without locks.
    let run = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    lock = ".\(site).so-report.lock"
    stagingPrefix = ".\(site).so-report-new-"
    staging = stagingPrefix + run
    aside = ".\(site).so-report-old"
  }
}
