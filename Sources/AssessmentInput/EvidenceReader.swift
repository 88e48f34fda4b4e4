/// Reads evidence files into the model's values.
///
///     let result = EvidenceReader.read(
///       EvidenceRequest(inputs: ["assessment"]), objectives: catalogue.objectives.map(\.id))
///     guard result.failures.isEmpty else { … }
package enum EvidenceReader {
  /// Reads all inputs, whatever their order, and reports every bad file.
  ///
  /// `objectives` are the ids that notes and exceptions may name; `generatorIDs` are the
  /// catalogue's, which name controls of CIS and PCI in lists of a standard's controls.
  package static func read(
    _ request: EvidenceRequest, disk: FileAccess = .disk, objectives: [String],
    generatorIDs: [String: [String]] = [:]
  ) -> ReadResult {
    let walk = InputWalk(request.inputs, disk: disk)
    var collector = EvidenceCollector(request, objectives: objectives, generatorIDs: generatorIDs)
    collector.add(walk)
    var files: [LoadedFile] = []
    for file in walk.files {
      do {
        files.append(try LoadedFile(file, disk: disk))
      } catch {
        collector.failUnreadable(file)
      }
    }
    files = LoadedFile.sorted(files)
    for file in files where file.file.role == .assessment { collector.readAssessment(file) }
    for file in files where file.file.role != .assessment { collector.read(file) }
    return collector.result()
  }
}
