import AssessmentModel
import JSON

// Outputs of Trusted Advisor among JSON files.
extension JSONFileReader {
  var advisorReader: AdvisorReader {
    AdvisorReader(file: source.file, name: source.name, placement: source.placement)
  }

  /// Reads an output that has a member of Trusted Advisor's; other tools' are something else.
  mutating func readAdvisor(
    _ kind: AdvisorKind, _ shape: JSONShape, _ decoder: inout FindingDecoder
  ) throws {
    let document = try parser.parse(text, shape.range)
    if kind.fits(document) {
      try refuseConflicts(document, at: shape.range.lowerBound)
      return advisorReader.read(kind, document, into: &yield)
    }
    guard let known = KnownOutput(shape) else { return try rejectUnknown(shape) }
    try readKnown(known, shape, &decoder)
  }

  /// Rejects a file of which no result can be read.
  func finishAdvisor() throws(FileProblem) {
    guard firstRejection == nil, yield.records > 0, yield.records == yield.rejected,
      let first = yield.malformed?.diagnostics(first: 1).first
    else { return }
    throw FileProblem(
      "no-results", at: first.place,
      "none of its \(yield.rejected) records can be read; the first: \(first.summary)")
  }
}
