import FoundationEssentials
import Glibc

/// Commands that are run in turn, so that what else the machine does hits all of them alike.
struct Race {
  /// A command on one input.
  struct Runner {
    var series: Series
    /// The command that writes into the folder.
    let command: (_ output: String) -> [String]
    /// What a run must say, so that a run that read nothing is never taken for a fast one.
    let mustSay: String?
    /// Whether it is so-report, which makes a site and may tell the time of its stages.
    let isOurs: Bool
  }

  var runners: [Runner]
  let folder: String
  let rounds: Int

  /// Runs everything, every other round in the opposite order.
  ///
  /// The output of the last round stays, a folder for each runner.
  mutating func run() throws {
    for round in 1...rounds {
      for position in runners.indices {
        let index = round.isMultiple(of: 2) ? runners.count - 1 - position : position
        let output = output(of: index)
        if FileManager.default.fileExists(atPath: output) {
          try FileManager.default.removeItem(atPath: output)
        }
        Progress.say("\(runners[index].series.name): run \(round) of \(rounds)")
        // What others left to be written is not this run's to wait for.
        sync()
        let measurement = try measure(runners[index], output)
        runners[index].series.runs.append(measurement)
      }
    }
    for index in runners.indices where runners[index].isOurs {
      runners[index].series.site = try SiteSize(of: output(of: index))
    }
  }

  /// Where a runner writes.
  func output(of index: Int) -> String { "\(folder)/output-\(index)" }

  private func measure(_ runner: Runner, _ output: String) throws(BenchmarkFailure) -> Measurement {
    let command = runner.command(output)
    let child = ChildProcess(command, log: "\(folder)/log.txt")
    var measurement = try child.mustRun()
    let said = child.said
    if let expected = runner.mustSay, !said.contains(expected) {
      throw child.failure("did not say \"\(expected)\"")
    }
    guard runner.isOurs else { return measurement }
    measurement.stages = StageTimes.read(said)
    if command.contains("--timings") && measurement.stages.isEmpty {
      throw child.failure("did not say what each stage took")
    }
    return measurement
  }
}

/// Tells on standard error what is being done.
enum Progress {
  static func say(_ line: String) {
    var text = "  \(line) …\n"
    text.withUTF8 { bytes in _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }
}
