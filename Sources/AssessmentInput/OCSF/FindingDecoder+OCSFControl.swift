import AssessmentModel
import JSON

// Results of controls in OCSF.
extension FindingDecoder {
  mutating func readControl(_ record: OCSFRecord, into row: inout Record) {
    row.source = .securityHub
    row.status = OCSFStatus.read(record.compliance)
    row.reason = reason(of: record)
    // Security Lake keeps the text of Security Hub's note as the message.
    row.note = intern(record.value["comment"].present ?? record.value["message"])
    row.parameters = parameters(
      record.compliance?["control_parameters"], name: "name", value: "values")
    row.form = isConsolidated(record) ? .consolidated : .perStandard
    row.standards = standards(of: record)
    row.reference = hubReference(key(of: record))
  }

  private func isConsolidated(_ record: OCSFRecord) -> Bool {
    record.info?["uid"]?.withUTF8 { $0.contains(":security-control/") } ?? false
      || record.product?["feature", "uid"]?.withUTF8 { $0.has("security-control/") } ?? false
  }

  /// `CODE: text` of each assessment, which are Security Hub's reasons, or of the one status code.
  private mutating func reason(of record: OCSFRecord) -> StringID {
    buffer.removeAll(keepingCapacity: true)
    let compliance = record.compliance
    if let assessments = compliance?["assessments"] {
      for assessment in assessments.elements {
        appendReason(assessment["name"], assessment["desc"])
      }
    }
    if buffer.isEmpty {
      appendReason(compliance?["status_code"].present, compliance?["status_detail"].present)
    }
    return internBuffer()
  }

  /// Standards in which the control is on, joined by spaces.
  private mutating func standards(of record: OCSFRecord) -> StringID {
    buffer.removeAll(keepingCapacity: true)
    if let standards = record.compliance?["standards"] {
      for standard in standards.elements {
        if !buffer.isEmpty { buffer.append(UInt8(ascii: " ")) }
        append(standard)
      }
    }
    return buffer.isEmpty ? standard(of: record) : internBuffer()
  }

  /// The standard by what Security Lake did not map, or by the id of the control in its standard.
  private mutating func standard(of record: OCSFRecord) -> StringID {
    let unmapped = record.value["unmapped"]
    return standard(named: [
      unmapped?["ProductFields.StandardsArn"], unmapped?["ProductFields.StandardsGuideArn"],
      unmapped?["ProductFields.StandardsControlArn"], record.product?["feature", "uid"],
    ])
  }

  /// What tells the control: its id, or in records of Security Lake before Security Hub had control
  /// ids, the same places as in Security Hub's own format.
  private mutating func key(of record: OCSFRecord) -> ReferenceKey {
    var key = ReferenceKey()
    key.control = name(record.compliance?["control"])
    guard key.control.isNone else { return key }
    let generator = record.product?["feature", "uid"]
    key.generator = name(generator)
    if generator?.withUTF8({ $0.has("security-control/") }) ?? false { return key }
    let unmapped = record.value["unmapped"]
    key.ownControl = name(
      unmapped?["ProductFields.ControlId"].present ?? unmapped?["ProductFields.RuleId"])
    key.standard = standard(of: record)
    key.controlARN = name(unmapped?["ProductFields.StandardsControlArn"])
    key.title = firstWord(of: record.info?["title"])
    let links =
      record.value["remediation", "references"].present
      ?? record.info?["remediation", "kb_articles"]
    key.url = name(links?.elements.first { _ in true })
    return key
  }
}
