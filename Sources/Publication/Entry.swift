import Glibc

/// What kind of thing a name in a folder stands for.
enum Entry: Equatable {
  case file, folder, other

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
