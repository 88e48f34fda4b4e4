import AssessmentModel
import JSON
import Testing

@testable import AssessmentInput

@Suite("A counter of lines") struct LineCounterTests {
  private let text = JSONText("ab\n\ncd\r\ne")

  private func point(_ offset: Int, _ line: Int, _ column: Int) -> Diagnostic.Point {
    Diagnostic.Point(offset: offset, line: line, column: column)
  }

  @Test("tells every place, in order or not")
  func places() {
    var counter = LineCounter()
    for offset in [0, 2, 3, 4, 8, 3, 0, 9, 7, 1] {
      let (line, column) = lineAndColumn(of: offset, in: text)
      #expect(counter.point(of: offset, in: text) == point(offset, line, column))
    }
  }

  @Test("goes on from a place that is known")
  func goesOn() {
    var counter = LineCounter(from: point(4, 30, 5))
    #expect(counter.point(of: 8, in: text) == point(8, 31, 1))
    #expect(counter.point(of: 5, in: text) == point(5, 30, 6))
    #expect(counter.point(of: 4, in: text) == point(4, 30, 5))
  }

  @Test("counts on over the parts whose memory it gives back")
  func parts() {
    let long = JSONText(String(repeating: "x", count: (4 << 20) - 1) + "\ny\nz")
    var counter = LineCounter()
    #expect(counter.point(of: 4 << 20, in: long) == point(4 << 20, 2, 1))
    #expect(counter.point(of: (4 << 20) + 2, in: long) == point((4 << 20) + 2, 3, 1))
  }
}
