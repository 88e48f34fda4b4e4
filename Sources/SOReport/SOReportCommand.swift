public import ArgumentParser

/// `so-report`, the command line.
public struct SOReportCommand: ParsableCommand {
  /// The name, the help and the subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "so-report",
    abstract: "Turns an AWS security assessment into a linked static site.",
    discussion: """
      Merges the findings of Security Hub, AWS Config, Trusted Advisor and Prowler with people's \
      answers to a Well-Architected custom lens, judges eight security objectives, and writes pages \
      that open from a folder, a web server or a ZIP.

      Examples:
        so-report demo -o demo                    the report of the sample
        so-report init my-assessment              a folder to fill in
        so-report build my-assessment -o report   the report of that folder
        so-report build findings.json -o report   the report of one export
        so-report check my-assessment             what is read, and what is wrong
        so-report explain IAM.3                   what a check means, how to fix it
        so-report bundle report --objective so-3 -o so-3.zip

      Exit codes:
        0   fine
        1   --fail-on was reached
        64  wrong use
        65  a file is not what it claims to be
        66  no input
        70  a defect of so-report
        73  the output cannot be created or is not a report
        74  a file cannot be read or written
        75  another run holds the output
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ExplainCommand.self, LensCommand.self, InitCommand.self,
      DemoCommand.self, BundleCommand.self,
    ])

  /// A command that has not been parsed yet.
  public init() {}
}

/// The version of the program.
enum Version {
  static let current = "0.1.0"
}
