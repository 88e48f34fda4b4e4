import AssessmentInput
import AssessmentModel
import Testing

@Suite("plan.csv")
struct ActionPlanFileTests {
  private func read(_ plan: String, skipInvalid: Bool = false) -> ReadResult {
    reading(
      ["assessment.yaml": "title: x\n", "evidence/e.json": Sample.hub, "plan.csv": plan],
      skipInvalid: skipInvalid)
  }

  private static let entry = ActionEntry(
    item: "IAM.3/111122223333", title: "T", owner: "Team A, night", due: Instant("2026-12-01"),
    status: .inProgress, note: "Says \"soon\"\nand why", line: 2)

  @Test(
    "The same row is read from whatever a spreadsheet makes of it",
    arguments: [
      "item,title,owner,due,status,note\n"
        + "IAM.3/111122223333,T,\"Team A, night\",2026-12-01,in progress,"
        + "\"Says \"\"soon\"\"\nand why\"\n",
      "\u{FEFF}item;title;owner;due;status;note\r\n"
        + "IAM.3/111122223333;T;Team A, night;01.12.2026;In Progress;"
        + "\"Says \"\"soon\"\"\r\nand why\"\r\n",
      "Note\tITEM\tTitle\tDue\tOwner\tStatus\n"
        + "\"Says \"\"soon\"\"\nand why\"\tIAM.3/111122223333\tT\t2026-12-01 00:00:00"
        + "\tTeam A, night\tin-progress\n",
      "item,title,owner,due,status,note\n"
        + " IAM.3/111122223333 ,T,\"Team A, night\",1.12.2026,IN_PROGRESS,"
        + "\"Says \"\"soon\"\"\nand why\",,\n,,,,,,,\n",
    ])
  func spellings(text: String) throws {
    let result = read(text)
    #expect(result.failureLines == [])
    #expect(result.warningLines == [])
    #expect(result.evidence.actions == [Self.entry])
    #expect(result.evidence.actionFile == "plan.csv")
  }

  @Test("It is a file of the evidence with its digest, and no evidence")
  func listed() throws {
    let result = read("item,note\nA,b\n")
    let file = try #require(result.evidence.files.first { $0.name == "plan.csv" })
    #expect(file.kind == "action plan (plan.csv)")
    #expect(file.sha256.count == 64 && file.records == 0)
    #expect(
      result.listing.first { $0.name == "plan.csv" }?.notes == ["1 row of work, no evidence"])
  }

  @Test(
    "The apostrophe before a formula is taken away, any other stays",
    arguments: [
      ("'=SUM(A1)", "=SUM(A1)"), ("'-1", "-1"), ("'＝x", "＝x"), ("'quoted'", "'quoted'"),
      ("''=x", "''=x"),
    ])
  func apostrophe(cell: String, text: String) {
    #expect(read("item,note\nA,\(cell)\n").evidence.actions.map(\.note) == [text])
  }

  @Test(
    "What is wrong is named with its line and column",
    arguments: [
      (
        "item,due\nA,2026-12-01\nB,12/01/2026\n",
        "plan.csv:3:3 (byte 24): due must be a date such as 2026-12-31, not \"12/01/2026\". Where "
          + "a spreadsheet writes dates its own way, format the column as text."
      ),
      (
        "\u{FEFF}item;due\r\nA;2026-02-30\r\n",
        "plan.csv:2:3 (byte 15): due must be a date such as 2026-12-31, not \"2026-02-30\". Where "
          + "a spreadsheet writes dates its own way, format the column as text."
      ),
      (
        "item,status\nA,don\n",
        "plan.csv:2:3 (byte 14): the status \"don\" is not known. Did you mean \"done\"? Known are "
          + "open, in progress, blocked, done; the rest is for the note."
      ),
      (
        "item,note\nA,x\na,y\n",
        "plan.csv:3:1 (byte 14): the item a is there twice, first on line 2. Remove one of the two."
      ),
      (
        "item,note\n,x\n",
        "plan.csv:2:1 (byte 10): the row has no item. Copy the item from the plan, or give one of "
          + "your own."
      ),
      (
        "item,note\nA,x,y\n",
        "plan.csv:2:5 (byte 14): the row has more cells than the first line has names. Put a text "
          + "that holds the separator into quotes."
      ),
      (
        "item,note,item\nA,x,B\n",
        "plan.csv:1:11 (byte 10): the column item is there twice. Remove one of the two."
      ),
      (
        "item,note\nA,\"x\"y\n",
        "plan.csv:2:4 (byte 13): there is text behind the closing quote of this cell. Write a quote "
          + "in a cell as two quotes."
      ),
      (
        "item,note\nA,\"x\n",
        "plan.csv:2:3 (byte 12): a quote begins a cell here and is not closed before the end of "
          + "the file. Close it, or save the file again from a spreadsheet."
      ),
      (
        "a;b\n",
        "plan.csv:1:1: expected a first line with the names of columns, item among them. Start from "
          + "the plan.csv that a report wrote."
      ),
    ])
  func bad(text: String, line: String) {
    #expect(read(text).failureLines == [line])
    #expect(read(text, skipInvalid: true).failureLines == [])
  }

  @Test("Two faults are both named")
  func severalFaults() {
    #expect(read("item,due,status\nA,soon,maybe\n").failureLines.count == 2)
  }

  @Test("A column of one's own is named, and nothing is read from it")
  func unknownColumn() {
    let result = read("item,Budget,account owner,note\nA,5,x,y\n")
    #expect(
      result.warningLines == [
        "plan.csv: has columns that are not read and not in the new plan.csv: Budget. Keep what "
          + "matters in the column note."
      ])
    #expect(result.evidence.actions.map(\.note) == ["y"])
  }

  @Test("Windows-1252, as older spreadsheets save, is refused with its place")
  func encoding() {
    let bytes = Array("item,note\nA,caf".utf8) + [0xE9, 0x0A]
    let result = readingBytes([
      "assessment.yaml": Array("title: x\n".utf8), "evidence/e.json": Array(Sample.hub.utf8),
      "plan.csv": bytes,
    ])
    #expect(result.failureLines.count == 1)
    #expect(result.failureLines.first?.hasPrefix("plan.csv:2:6 (byte 15): expected UTF-8") == true)
  }
}
