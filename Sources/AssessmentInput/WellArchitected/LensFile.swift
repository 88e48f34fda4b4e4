import AssessmentModel
import JSON
import LensFormat

/// A file with a custom lens, and what is wrong in it by line and column.
struct LensFile {
  /// Problems that are named one by one; further ones are counted.
  private static let shown = 200

  private let review: LensReview
  private let place: Place

  /// Reads the lens in a range of a text, which begins at `start`; throws when it is no JSON.
  init(
    _ text: JSONText, in range: Range<Int>? = nil, from start: Diagnostic.Point? = nil, name: String
  ) throws(FileProblem) {
    var place = Place(
      text: text, start: start ?? Diagnostic.Point(offset: 0, line: 1, column: 1))
    self.place = place
    do {
      review = try LensReview(text, in: range, file: name)
    } catch {
      throw place.problem(error)
    }
  }

  private var failure: [FileProblem] {
    var place = place
    return review.failure.map { [place.problem($0)] } ?? []
  }

  /// Everything for which AWS refuses the lens.
  var violations: [FileProblem] {
    var place = place
    var problems = review.violations.prefix(Self.shown).map { place.problem($0) }
    let rest = review.violations.count - problems.count
    if rest > 0 {
      problems.append(FileProblem("lens-limit", "AWS refuses it for \(rest) more reasons"))
    }
    return problems.isEmpty ? failure : problems
  }

  /// Why the lens cannot be judged; empty when it can, whatever AWS says of it.
  var obstacles: [FileProblem] {
    var place = place
    return failure
      + review.violations.filter(\.isAmbiguous).prefix(Self.shown).map { place.problem($0) }
  }

  /// The lens, if its questions can be judged.
  var usableLens: Lens? { obstacles.isEmpty ? review.lens : nil }

  /// What the lens has that AWS takes and its format does not describe, a sentence each.
  var quirks: [String] { review.quirks }

  /// How much is in it, and whether AWS takes it.
  var summary: String {
    guard review.violations.isEmpty else { return "AWS would refuse it" }
    let pillars = review.lens?.pillars ?? []
    let questions = pillars.flatMap(\.questions).count
    return "\(questions) question\(questions == 1 ? "" : "s") in "
      + "\(pillars.count) pillar\(pillars.count == 1 ? "" : "s")"
  }
}

extension LensFile {
  /// Turns JSON pointers into places of a text.
  private struct Place {
    private let text: JSONText
    private let start: Int
    private var lines: LineCounter

    init(text: JSONText, start: Diagnostic.Point) {
      self.text = text
      self.start = start.offset
      lines = LineCounter(from: start)
    }

    mutating func problem(_ violation: LensViolation) -> FileProblem {
      problem("lens-limit", violation.pointer, violation.text)
    }

    mutating func problem(_ error: LensError) -> FileProblem {
      switch error.place {
      case .byte(let offset, let line, let column):
        FileProblem(
          "invalid-json", at: .byte(offset: offset, line: line, column: column), error.message)
      case .pointer(let pointer, _): problem("invalid-lens", pointer, error.textWithColumn)
      }
    }

    private mutating func problem(
      _ identifier: String, _ pointer: String, _ summary: String
    ) -> FileProblem {
      let place = lines.point(of: text.offset(of: pointer, from: start), in: text)
      return FileProblem(
        identifier, at: .line(place.line, column: place.column),
        (pointer.isEmpty ? "" : "at \(pointer): ") + summary)
    }
  }
}
