package import AssessmentModel
package import JSON

/// A lens file looked at as a whole.
///
///     let review = try LensReview(JSONText(bytes), file: "lens.json")
///     review.violations.isEmpty  // AWS takes it.
package struct LensReview: Sendable {
  /// The lens; nil when something in it cannot be read.
  package let lens: Lens?
  /// The first thing that cannot be read.
  package let failure: LensError?
  /// Why AWS refuses it, in the order of the file.
  package let violations: [LensViolation]
  /// What AWS takes and its format does not describe, a sentence each.
  package let quirks: [String]

  /// Looks at the lens, or the output of `export-lens`, that stands in a range of a text; throws
  /// when it is no JSON.
  package init(_ text: JSONText, in range: Range<Int>? = nil, file: String) throws(LensError) {
    let document = try LensDocument(text, in: range, file: file)
    (lens, failure) = Self.decode(document)
    violations = LensLimits.check(document)
    quirks = LensQuirks(document).sentences
  }

  private static func decode(_ document: LensDocument) -> (Lens?, LensError?) {
    do {
      return (try LensFormat.decode(document), nil)
    } catch {
      return (nil, error)
    }
  }
}
