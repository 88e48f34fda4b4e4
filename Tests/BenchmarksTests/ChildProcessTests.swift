import Testing

@testable import Benchmarks

@Suite struct ChildProcessTests {
  @Test("A child's own time and memory are told")
  func measures() throws {
    let script = "x=$(head -c 60000000 /dev/zero | tr '\\0' a); test ${#x} = 60000000; sleep 0.2"
    let used = try ChildProcess(["sh", "-c", script]).mustRun()
    #expect(used.wall >= 0.2)
    #expect(used.cpu > 0 && used.cpu < used.wall)
    #expect(used.peak > 60_000_000)
  }

  @Test(
    "A child that fails is named with what it said",
    arguments: [
      (["sh", "-c", "exit 3"], "sh -c exit 3: ended with 3"),
      (["sh", "-c", "kill -9 $$"], "sh -c kill -9 $$: was ended by signal 9"),
      (["/nonexistent/program"], "/nonexistent/program: cannot be started"),
    ])
  func tellsFailures(arguments: [String], expected: String) {
    #expect {
      try ChildProcess(arguments).mustRun()
    } throws: {
      "\($0)".hasPrefix(expected)
    }
  }
}
