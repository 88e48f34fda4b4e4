import Parallel

/// Reads evidence files into the model's values.
///
///     let result = EvidenceReader.read(
///       EvidenceRequest(inputs: ["assessment"]), objectives: catalogue.objectives.map(\.id))
///     guard result.failures.isEmpty else { … }
package enum EvidenceReader {
  /// How many of so many files one thread reads before it hands them on: of many small ones more,
  /// because their strings are told apart once a batch.
  private static func batch(of count: Int) -> Int { min(max(count / 64, 1), 128) }

  /// Reads all inputs, whatever their order, and reports every bad file.
  ///
  /// `objectives` are the ids that notes and exceptions may name; `generatorIDs` are the
  /// catalogue's, which name controls of CIS and PCI in lists of a standard's controls.
  package static func read(
    _ request: EvidenceRequest, disk: FileAccess = .disk, objectives: [String],
    generatorIDs: [String: [String]] = [:]
  ) -> ReadResult {
    let walk = InputWalk(request.inputs, disk: disk)
    var collector = EvidenceCollector(
      ReadingContext(
        request: request, disk: disk, objectives: objectives, generatorIDs: generatorIDs,
        threads: request.threads))
    collector.add(walk)
    let files = NamedFile.sorted(walk.files, disk: disk)
    for file in files where file.file.role == .assessment { collector.readAssessment(file) }
    let context = collector.context
    var rest = files.filter { $0.file.role != .assessment }[...]
    let batch = Self.batch(of: rest.count)
    Parallel.ordered(
      threads: request.threads,
      next: { () -> ArraySlice<NamedFile>? in
        defer { rest = rest.dropFirst(batch) }
        return rest.isEmpty ? nil : rest.prefix(batch)
      },
      make: { files in
        var reader = FileReader(context)
        for file in files { reader.read(file.file, name: file.name) }
        return reader
      },
      take: { collector.add($0) })
    return collector.result()
  }
}
