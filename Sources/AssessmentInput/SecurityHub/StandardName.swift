/// The part of a standard's ARN after the last colon, such as `standards/pci-dss/v/3.2.1`.
enum StandardName {
  /// Finds it in a standard's ARN, a standard control's ARN or a legacy GeneratorId.
  static func find(in text: String) -> String? {
    let tail = text.split(separator: ":").last.map(String.init) ?? text
    let parts = tail.split(separator: "/").map(String.init)
    guard let mark = parts.firstIndex(of: "v"), mark > 0, mark + 1 < parts.count else { return nil }
    let name = parts[(mark - 1)...(mark + 1)].joined(separator: "/")
    return folder(of: name) + "/" + name
  }

  /// The first part of the ARN's tail, which CIS v1.2.0 has of its own.
  private static func folder(of name: String) -> String {
    name == "cis-aws-foundations-benchmark/v/1.2.0" ? "ruleset" : "standards"
  }
}
