import AssessmentModel
import JSON
import LensFormat

/// A file with a custom lens, and what is wrong in it by line and column.
struct LensFile {
  /// Problems that are named one by one; further ones are counted.
  private static let shown = 200

  private let review: LensReview
  private let place: Place

  /// Reads the lens in a range of a text; throws when it is no JSON.
  init(_ text: JSONText, in range: Range<Int>? = nil, name: String) throws(FileProblem) {
    place = Place(text: text, start: range?.lowerBound ?? 0)
    do {
      review = try LensReview(text, in: range, file: name)
    } catch {
      throw place.problem(error)
    }
  }

  private var failure: [FileProblem] { review.failure.map { [place.problem($0)] } ?? [] }

  /// Everything for which AWS refuses the lens.
  var violations: [FileProblem] {
    var problems = review.violations.prefix(Self.shown).map(place.problem)
    let rest = review.violations.count - problems.count
    if rest > 0 {
      problems.append(FileProblem("lens-limit", "AWS refuses it for \(rest) more reasons"))
    }
    return problems.isEmpty ? failure : problems
  }

  /// Why the lens cannot be judged; empty when it can, whatever AWS says of it.
  var obstacles: [FileProblem] {
    failure + review.violations.filter(\.isAmbiguous).prefix(Self.shown).map(place.problem)
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
    let text: JSONText
    let start: Int

    func problem(_ violation: LensViolation) -> FileProblem {
      problem("lens-limit", violation.pointer, violation.text)
    }

    func problem(_ error: LensError) -> FileProblem {
      switch error.place {
      case .byte(let offset, let line, let column):
        FileProblem(
          "invalid-json", at: .byte(offset: offset, line: line, column: column), error.message)
      case .pointer(let pointer, _): problem("invalid-lens", pointer, error.textWithColumn)
      }
    }

    private func problem(
      _ identifier: String, _ pointer: String, _ summary: String
    ) -> FileProblem {
      let place = lineAndColumn(of: text.offset(of: pointer, from: start), in: text)
      return FileProblem(
        identifier, at: .line(place.line, column: place.column),
        (pointer.isEmpty ? "" : "at \(pointer): ") + summary)
    }
  }
}
