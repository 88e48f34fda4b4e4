/// What one run took.
struct Measurement {
  /// Seconds from start to end.
  var wall: Double
  /// Seconds of all cores together, in the program and in the kernel.
  var cpu: Double
  /// The most memory at one time, in bytes; mapped files count as far as they were in memory.
  var peak: Int
  /// Seconds of each stage, in the order in which the program names them; none where it does not.
  var stages: [(name: String, seconds: Double)] = []
}

/// Several measured values of the same thing, at least one.
struct Spread {
  private let sorted: [Double]

  init(_ values: [Double]) {
    precondition(!values.isEmpty, "There is no median of nothing.")
    sorted = values.sorted()
  }

  /// The value in the middle; of an even number, halfway between the two.
  var median: Double {
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  var least: Double { sorted[0] }
  var most: Double { sorted[sorted.count - 1] }
}
