import ArgumentParser
import AssessmentModel
import ReportSite

/// `so-report bundle`: a part of a published report, to be handed on.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Cuts objectives out of a report, with their checks, into a ZIP.",
    discussion: """
      The ZIP has the pages and workpapers of the objectives, the pages of their checks, and \
      findings.csv with the findings of these checks. What leads to other pages of the report leads \
      to one that cites it. The report must be as it was written.

      Examples:
        so-report bundle report --objective so-3 -o so-3.zip
        so-report bundle report --objective so-3 --check IAM.3 -o keys.zip
        so-report bundle report --objective so-3 --account 111122223333 -o a.zip
        so-report bundle report --objective so-3 --max-size 10MB -o so-3.zip
      """)

  @Argument(help: ArgumentHelp("The folder of a report.", valueName: "report"))
  var site: String

  @Option(
    help: ArgumentHelp("An objective to take over, such as so-3; once or more.", valueName: "id"))
  var objective: [String]

  @Option(
    help: ArgumentHelp(
      "A check of these objectives to take over, such as IAM.3; all without this.",
      valueName: "id"))
  var check: [String] = []

  @Option(
    help: ArgumentHelp(
      "An account whose page is taken over; findings.csv then has only such accounts.",
      valueName: "12 digits"))
  var account: [String] = []

  @Option(
    help: ArgumentHelp(
      "The most bytes that the ZIP may have, such as 10MB or 500KB; more is an error.",
      valueName: "size"))
  var maxSize: ByteLimit?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The ZIP to write; an earlier one is replaced.", valueName: "zip"))
  var output: String

  @OptionGroup var talk: TalkOptions

  func run() throws {
    let console = talk.console
    let result = try exiting(console) { () throws(RunFailure) in
      try BundleRun(
        site: site, output: output,
        choice: ExcerptScope.Choice(objectives: objective, checks: check, accounts: account),
        limit: maxSize?.bytes, console: console
      ).run()
    }
    console.say(
      "\(Count.of(result.files, "file")) with \(Count.of(result.findings, "finding")). "
        + "The ZIP has \(ByteCount.text(result.bytes)).")
    if !talk.quiet { console.print(result.path) }
  }
}

/// A size on the command line: bytes, or KB, MB and GB, which are powers of 1,000.
struct ByteLimit: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let units = ["": 1, "B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000]
    let unit = argument.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    guard let number = Int(digits), number > 0, let factor = units[unit] else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    if isTooLarge { return nil }
    self.bytes = bytes
  }
}
