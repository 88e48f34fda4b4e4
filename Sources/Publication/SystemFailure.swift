import Glibc

/// The failure of a system call.
struct SystemFailure: Error, Equatable {
  /// A value of errno.h.
  let number: CInt

  /// What happened and, where it is known, what to do.
  var advice: String {
    switch number {
    case ENOSPC, EDQUOT: "the disk is full; make room and run again"
    case EACCES, EPERM: "permission denied; change the permissions or choose another output"
    case EROFS: "the file system is read-only; choose another output"
    case EMFILE, ENFILE: "too many open files; raise the limit (ulimit -n)"
    case ENAMETOOLONG: "the name is too long; choose a shorter output"
    case EBUSY, EXDEV: "it is a mount point or on another disk; choose a folder inside it"
    default: Folder.words(for: number)
    }
  }
}
