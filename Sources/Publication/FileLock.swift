import Glibc

/// A held lock; it ends with this value, and with the process however that ends.
struct FileLock: ~Copyable {
  private let descriptor: CInt

  init(descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
