/// Numbers that depend on a seed alone: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// Swift's own `random(in:using:)` is not used, because another version of Swift may draw other
/// numbers with the same generator.
package struct SeededRandom {
  private var state: UInt64

  /// Starts a sequence; equal seeds give equal sequences.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to below `count`, which is positive.
  package mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// One of the values, all equally likely.
  mutating func choice<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// One of the values, each as likely as its share of a hundred.
  mutating func choice<Value>(shares: [(value: Value, percent: Int)]) -> Value {
    var number = below(100)
    for (value, percent) in shares {
      if number < percent { return value }
      number -= percent
    }
    preconditionFailure("The shares add up to a hundred.")
  }

  /// The values in another order.
  package mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for end in values.indices.reversed() { values.swapAt(end, below(end + 1)) }
    return values
  }
}
