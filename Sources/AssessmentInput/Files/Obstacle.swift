import FoundationEssentials
import Glibc

/// Why the system does not give what stands at a path.
package enum Obstacle: Equatable, Sendable {
  /// Nothing is there, or a link leads nowhere.
  case absent
  /// Links lead in a circle.
  case circle
  case denied
  /// The name or the path is longer than the system takes.
  case tooLong
  /// Standard input is closed.
  case closed
  /// It is no file, or is none any more.
  case noFile
  /// It is longer than is read of standard input.
  case endless(limit: Int)
  case damagedDisk
  /// It was written while it was read.
  case changed
  case other(errno: Int32)
  /// The name that was given, escaped, is not UTF-8.
  case notUTF8(name: String)
  /// Nothing is known about it.
  case unknown

  init(errno: Int32) {
    self =
      switch errno {
      case ENOENT, ENOTDIR: .absent
      case ELOOP: .circle
      case EACCES, EPERM: .denied
      case ENAMETOOLONG: .tooLong
      case EBADF: .closed
      case EISDIR, ENXIO, ENODEV: .noFile
      case EIO: .damagedDisk
      default: .other(errno: errno)
      }
  }

  /// What an error of reading says.
  init(_ error: any Error) {
    switch error {
    case let obstacle as ReadingError: self = obstacle.obstacle
    case let error as POSIXError: self = Obstacle(errno: error.code.rawValue)
    default: self = .unknown
    }
  }

  /// What is wrong, to be read after the file's name.
  var summary: String {
    switch self {
    case .absent: "is gone: it was there when its folder was listed"
    case .circle: "is a link in a circle of links"
    case .denied: "cannot be read: permission denied"
    case .tooLong: "cannot be read: its path is longer than the system takes"
    case .closed: "is closed"
    case .noFile: "is no file"
    case .endless(let limit): "does not end within \(limit >> 30) GiB"
    case .changed: "was written while it was read"
    case .damagedDisk: "cannot be read: the disk reports an error"
    case .other(let errno): "cannot be opened or read (error \(errno) of the system)"
    case .notUTF8(let name): "has a name that is not UTF-8 (\(name)), so that it cannot be opened"
    case .unknown: "cannot be opened or read"
    }
  }

  /// What the person can do.
  var remedy: String {
    switch self {
    case .absent: "Run it again when nothing changes the folder."
    case .circle: "Give the file itself."
    case .denied, .other, .unknown: "Check its permissions."
    case .tooLong: "Give a folder nearer to it, from inside that folder."
    case .closed: "Pipe a file into it, or name the file."
    case .noFile: "Give a file; a pipe is read as -, on standard input."
    case .endless: "Give it as a file."
    case .notUTF8: "Rename it."
    case .changed: "Run it again when nothing writes to the file."
    case .damagedDisk: "Copy the file from where it came."
    }
  }
}

/// Something else than an error of the system keeps a file from being read.
struct ReadingError: Error {
  let obstacle: Obstacle
}
