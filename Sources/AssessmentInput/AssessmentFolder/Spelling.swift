/// Finds what a misspelt word may have meant.
package enum Spelling {
  /// The word that is closest, if about a third of the letters differ at most, and at most three.
  static func closest(to word: String, among words: [String]) -> String? {
    let word = Array(word.lowercased().replacing("_", with: "-"))
    let best = words.map { ($0, distance(word, Array($0))) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= min(3, max(1, (word.count + 1) / 3)) else { return nil }
    return best.0
  }

  /// Levenshtein's distance between two words: how many letters to add, remove or replace.
  package static func distance(_ first: String, _ second: String) -> Int {
    distance(Array(first), Array(second))
  }

  /// Levenshtein's distance between two lists of letters.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in second.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, diagonal + 1, row[place] + 1)
      }
    }
    return row[second.count]
  }
}
