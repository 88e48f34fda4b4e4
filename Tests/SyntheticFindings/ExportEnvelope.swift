/// What stands around the findings of an export.
package enum ExportEnvelope: String, CaseIterable, Sendable {
  /// `{"Findings": […]}`, as `aws securityhub get-findings` prints it.
  case object
  /// A list, as Prowler writes it.
  case list
  /// One finding a line, as delivery streams write it.
  case lines

  /// Gives the text of an export to `emit`, piece by piece.
  package func write<Failure: Error>(
    _ findings: some Sequence<SyntheticFinding>, _ emit: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let separator = self == .lines ? "\n" : ",\n"
    var isFirst = true
    switch self {
    case .object: try emit("{\"Findings\": [\n")
    case .list: try emit("[\n")
    case .lines: break
    }
    for finding in findings {
      if !isFirst { try emit(separator) }
      isFirst = false
      try emit(finding.json)
    }
    switch self {
    case .object: try emit("\n]}\n")
    case .list: try emit("\n]\n")
    case .lines: try emit(isFirst ? "" : "\n")
    }
  }
}
