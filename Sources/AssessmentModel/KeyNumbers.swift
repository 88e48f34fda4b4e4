/// Numbers for keys in the order in which they come, from 0.
///
/// What comes behind another mostly has its key, as files of one folder do: that is looked at first.
package struct KeyNumbers<Key: Hashable> {
  private var numbers: [Key: Int] = [:]
  private var last: (key: Key, number: Int)?

  package init() {}

  /// The number of a key; a new one gets the number of keys before it.
  package mutating func number(of key: Key) -> Int {
    if let last, last.key == key { return last.number }
    let known = numbers[key]
    let number = known ?? numbers.count
    if known == nil { numbers[key] = number }
    last = (key, number)
    return number
  }
}
