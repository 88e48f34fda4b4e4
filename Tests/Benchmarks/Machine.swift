import FoundationEssentials
import Glibc

/// What the figures depend on besides the program.
struct Machine {
  let cores: Int
  /// Bytes of memory.
  let memory: Int
  /// Programs that ran or waited during the last minute; nil where /proc does not tell.
  let load: Double?

  static var current: Machine {
    let load = (try? Data(contentsOf: URL(filePath: "/proc/loadavg"))).flatMap { data in
      String(decoding: data, as: UTF8.self).split(separator: " ").first.flatMap { Double($0) }
    }
    return Machine(
      cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
      memory: sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)), load: load)
  }

  /// A sentence about the machine, and a warning when it has other work.
  var text: String {
    let gibibytes = Wording.fixed(Double(memory) / 1_073_741_824, 0)
    let own = "Machine: \(cores) core\(cores == 1 ? "" : "s"), \(gibibytes) GiB of memory."
    guard let load, load > 0.5 else { return own }
    return own + " It was busy (load \(Wording.fixed(load, 1)) before the first run):"
      + " the figures are worth little."
  }
}
