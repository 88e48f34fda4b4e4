/// What a published site says of itself in manifest.json.
package struct Manifest: Equatable, Sendable {
  /// The program's version.
  package var version: String
  /// The digest of inputs, options and version that the pages print, 64 hexadecimal digits.
  package var inputsDigest: String
  /// The evidence files, in the order in which they are to be listed.
  package var inputs: [Input]

  /// Describes a run; what it wrote is added by `Publication.commit`.
  package init(version: String, inputsDigest: String, inputs: [Input]) {
    self.version = version
    self.inputsDigest = inputsDigest
    self.inputs = inputs
  }

  /// An evidence file that was read.
  package struct Input: Equatable, Sendable, Decodable {
    /// The path as the user gave it.
    package let file: String
    /// 64 hexadecimal digits.
    package let sha256: String
    /// Its size.
    package let bytes: Int

    /// An evidence file with the digest of its bytes in hexadecimal.
    package init(file: String, sha256: String, bytes: Int) {
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// A file of the site.
  package struct Output: Equatable, Sendable, Decodable {
    /// Relative to the site, with `/` between folders.
    package let path: String
    /// 64 hexadecimal digits.
    package let sha256: String
    /// Its size.
    package let bytes: Int
  }
}
