import FoundationEssentials

/// A manifest.json as it is found in a folder.
struct PublishedManifest: Decodable {
  let generator: String
  let version: String
  let digest: String
  let inputsDigest: String
  let inputs: [Manifest.Input]
  let outputs: [Manifest.Output]

  /// Decodes a manifest; nil for anything that is not one of ours.
  init?(json: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Self.self, from: Data(json)),
      manifest.generator == Manifest.generator
    else { return nil }
    self = manifest
  }

  /// Whether `json` is a manifest of ours, of this version or another.
  static func isOurs(json: [UInt8]) -> Bool {
    struct Mark: Decodable { let generator: String }
    let mark = try? JSONDecoder().decode(Mark.self, from: Data(json))
    return mark?.generator == Manifest.generator
  }

  /// The paths of the files that a manifest lists; none when it lists them in another way.
  static func paths(json: [UInt8]) -> [String] {
    struct Output: Decodable { let path: String }
    struct Outputs: Decodable { let outputs: [Output] }
    let outputs = try? JSONDecoder().decode(Outputs.self, from: Data(json))
    return outputs?.outputs.map(\.path) ?? []
  }

  /// The text that a manifest of this content has.
  var json: String {
    Manifest(version: version, inputsDigest: inputsDigest, inputs: inputs).json(outputs: outputs)
  }
}
