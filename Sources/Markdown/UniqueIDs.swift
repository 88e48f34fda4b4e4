/// Gives out ids that differ: a taken one gets -2, -3 and so on.
struct UniqueIDs {
  private var taken: Set<String> = []
  private var lastNumber: [String: Int] = [:]

  mutating func next(like wish: String) -> String {
    if taken.insert(wish).inserted { return wish }
    var number = lastNumber[wish, default: 1]
    var id: String
    repeat {
      number += 1
      id = "\(wish)-\(number)"
    } while !taken.insert(id).inserted
    lastNumber[wish] = number
    return id
  }
}
