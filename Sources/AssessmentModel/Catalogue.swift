/// What is assessed: objectives, checks, questions, and AWS's facts about them.
package struct Catalogue: Sendable {
  /// A standard of Security Hub.
  package struct Standard: Sendable {
    /// The short name that checks use, such as `FSBP v1.0.0`.
    package let name: String
    package let title: String
    /// The part of its ARN after the last colon.
    package let id: String

    package init(name: String, title: String, id: String) {
      self.name = name
      self.title = title
      self.id = id
    }
  }

  /// A Security Hub control that is known by name, whether an objective claims it or not.
  package struct KnownControl: Sendable {
    package let title: String
    package let severity: Severity

    package init(title: String, severity: Severity) {
      self.title = title
      self.severity = severity
    }
  }

  package let objectives: [Objective]
  package let checks: [Check]
  package let lens: Lens
  package let standards: [Standard]
  /// Legacy GeneratorId → ids of the controls that it stands for.
  package let generatorIDs: [String: [String]]
  /// Region → lower-case ids of the controls that AWS does not offer there.
  package let notOffered: [String: Set<String>]
  /// Control id → its name; about five hundred.
  package let knownControls: [String: KnownControl]
  /// Checks of Trusted Advisor whose rows are read by column.
  package let advisorChecks: [TrustedAdvisorCheck]
  /// A digest of the files that everything above comes from, for report.json; a lens of the
  /// assessment folder is an input with a digest of its own.
  package let digest: String

  /// Pillar → id of the objective that asks its questions, where it is not its own objective's.
  private let pillarObjectives: [String: String]
  private let checkIndex: [String: Int]
  private let generatorIndex: [String: [String]]
  private let prowlerIndex: [String: [Int]]
  let configIndex: [String: [Int]]
  let securityHubRuleIndex: [String: [Int]]
  private let trustedAdvisorIndex: [String: [Int]]
  private let claimed: Set<Int>

  package init(
    objectives: [Objective], checks: [Check], lens: Lens = Lens(name: "", pillars: []),
    standards: [Standard] = [], generatorIDs: [String: [String]] = [:],
    notOffered: [String: Set<String>] = [:], knownControls: [String: KnownControl] = [:],
    advisorChecks: [TrustedAdvisorCheck] = [], digest: String = "",
    pillarObjectives: [String: String] = [:]
  ) {
    self.objectives = objectives
    self.checks = checks
    self.lens = lens
    self.standards = standards
    self.generatorIDs = generatorIDs
    self.notOffered = notOffered
    self.knownControls = knownControls
    self.advisorChecks = advisorChecks
    self.digest = digest
    self.pillarObjectives = pillarObjectives
    checkIndex = Dictionary(
      checks.enumerated().map { ($1.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    generatorIndex = Dictionary(
      generatorIDs.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    prowlerIndex = Self.index(checks) { $0.prowlerChecks }
    configIndex = Self.index(checks) { check in check.configRule.map { [$0] } ?? [] }
    securityHubRuleIndex = Self.index(checks) { $0.securityHubRules }
    trustedAdvisorIndex = Self.index(checks) { $0.trustedAdvisorChecks }
    let claims = objectives.flatMap { $0.core + $0.extension }
    claimed = Set(claims.compactMap { [checkIndex] in checkIndex[$0.lowercased()] })
  }

  private static func index(
    _ checks: [Check], by keys: (Check) -> [String]
  ) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (number, check) in checks.enumerated() {
      for key in keys(check) { index[key.lowercased(), default: []].append(number) }
    }
    return index
  }

  /// The index in `checks` of an id in any case.
  package func index(ofCheck id: String) -> Int? { checkIndex[id.lowercased()] }

  /// The check of an id in any case.
  package func check(_ id: String) -> Check? { index(ofCheck: id).map { checks[$0] } }

  /// The id of a check of Trusted Advisor, with its name where it is known.
  package func advisorName(_ id: String) -> String {
    let known = advisorChecks.first { $0.id == id }
    return known.map { "\(id) (\($0.name))" } ?? id
  }

  /// Whether an objective claims the check.
  package func isClaimed(_ check: Int) -> Bool { claimed.contains(check) }

  /// The objectives that claim the check, core or extension, in order.
  package func objectives(claiming id: String) -> [Objective] {
    objectives.filter { $0.core.contains(id) || $0.extension.contains(id) }
  }

  /// The questions of the pillars that an objective asks, in the order of the lens.
  package func questions(of objective: Objective) -> [Question] {
    lens.pillars.filter { asks(objective, $0) }.flatMap(\.questions)
  }

  /// The pillars whose questions no objective asks; they are judged and decide no objective.
  package var unmappedPillars: [Lens.Pillar] {
    lens.pillars.filter { pillar in !objectives.contains { asks($0, pillar) } }
  }

  private func asks(_ objective: Objective, _ pillar: Lens.Pillar) -> Bool {
    guard let mapped = pillarObjectives[pillar.id] else { return pillar.id == objective.pillar }
    return mapped == objective.id
  }

  /// Whether AWS offers the check in a region; a region that is not listed counts as offering it.
  package func isOffered(_ check: Check, in region: String) -> Bool {
    notOffered[region]?.contains(check.id.lowercased()) != true
  }

  /// Whether AWS offers a check in any region of a partition (`aws`, `aws-cn`, `aws-us-gov`).
  package func isOffered(_ check: Check, inPartition partition: String) -> Bool {
    let regions = notOffered.keys.filter { Region.partition(of: $0) == partition }
    return regions.isEmpty || regions.contains { isOffered(check, in: $0) }
  }

  /// Whether a standard, named by the part of its ARN after the last colon, holds the check.
  package func standard(_ id: String, holds check: Check) -> Bool {
    guard let name = standards.first(where: { $0.id == id })?.name else { return true }
    return check.standards.contains(name)
  }
}

extension Catalogue {
  /// The same catalogue with another lens; `pillars` says which objective asks each pillar.
  ///
  /// A pillar that is not named there belongs to the objective that names it as its own. Ties of
  /// objectives to questions and choices that the lens does not have are dropped.
  package func replacingLens(_ lens: Lens, pillars: [String: String]) -> Catalogue {
    Catalogue(
      objectives: objectives.map { $0.keepingLinks(to: lens) }, checks: checks, lens: lens,
      standards: standards, generatorIDs: generatorIDs, notOffered: notOffered,
      knownControls: knownControls, advisorChecks: advisorChecks, digest: digest,
      pillarObjectives: pillars)
  }

  /// The same catalogue with what evidence says about regional checks: region → lower-case id →
  /// whether AWS offers the check there.
  func offering(_ availability: [String: [String: Bool]]) -> Catalogue {
    var notOffered = notOffered
    let regional = Set(checks.filter { $0.scope == .regional }.map { $0.id.lowercased() })
    for (region, controls) in availability {
      for (id, isOffered) in controls where regional.contains(id) {
        if isOffered {
          notOffered[region]?.remove(id)
        } else {
          notOffered[region, default: []].insert(id)
        }
      }
    }
    return Catalogue(
      objectives: objectives, checks: checks, lens: lens, standards: standards,
      generatorIDs: generatorIDs, notOffered: notOffered, knownControls: knownControls,
      advisorChecks: advisorChecks, digest: digest, pillarObjectives: pillarObjectives)
  }

  /// What a reference stands for.
  package enum Meaning: Equatable, Sendable {
    case check(Int)
    /// One id or rule for several checks.
    case candidates([Int])
    /// A check that no objective claims, by name.
    case unmapped(String)
    case otherProduct(String)
  }

  /// Resolves a reference; `resourceType` settles an id that several controls share.
  package func resolve(_ reference: CheckReference, resourceType: String) -> Meaning {
    switch reference {
    case .otherProduct(let name): return .otherProduct(name)
    case .configRule(let name, let description): return meaning(ofRule: name, description)
    case .trustedAdvisor(let id):
      let own = index(ofCheck: "TA.\(id)").map { [$0] } ?? []
      return meaning(ofChecks: trustedAdvisorIndex[id.lowercased()] ?? own, name: id)
    case .prowler(let name):
      return meaning(ofChecks: prowlerIndex[name.lowercased()] ?? [], name: name)
    case .securityHub(let reference):
      guard let ids = controlIDs(of: reference) else {
        return .unmapped(reference.generatorID ?? reference.titlePrefix ?? "unnamed control")
      }
      return meaning(ofControls: ids, resourceType: resourceType)
    }
  }

  private func meaning(ofControls ids: [String], resourceType: String) -> Meaning {
    let known = ids.compactMap(index(ofCheck:)).filter(isClaimed)
    guard known.count > 1 else {
      return known.first.map(Meaning.check) ?? .unmapped(ids.joined(separator: " or "))
    }
    let type = Self.plainType(resourceType)
    let fitting = known.filter { checks[$0].resourceType.map(Self.plainType) == type }
    return fitting.count == 1 ? .check(fitting[0]) : .candidates(known)
  }

  func meaning(ofChecks indices: [Int], name: String) -> Meaning {
    let known = indices.filter(isClaimed)
    if known.isEmpty { return .unmapped(name) }
    return known.count == 1 ? .check(known[0]) : .candidates(known)
  }

  /// `AWS::S3::Bucket` and `AwsS3Bucket` in one spelling.
  private static func plainType(_ type: String) -> String {
    type.lowercased().filter { $0 != ":" }
  }

  /// The first place, in the order of rules.md 3, that names a control.
  private func controlIDs(of reference: SecurityHubReference) -> [String]? {
    if let id = reference.securityControlID, !id.isEmpty { return [id] }
    if let generator = reference.generatorID {
      if let id = Self.tail(of: generator, after: "security-control/") { return [id] }
      if let ids = controls(ofGenerator: generator) { return ids }
    }
    if let standard = reference.standard, let control = reference.controlID,
      let ids = controls(ofGenerator: Self.generator(standard, control))
    {
      return ids
    }
    if let arn = reference.standardsControlARN, let tail = Self.tail(of: arn, after: ":control/"),
      let ids = controls(ofGenerator: tail)
    {
      return ids
    }
    if let prefix = reference.titlePrefix,
      let ids = controls(ofStandardID: prefix, standard: reference.standard)
    {
      return ids
    }
    if let url = reference.remediationURL,
      let tail = Self.tail(of: url, after: "/securityhub/"), tail.hasSuffix("/remediation")
    {
      let id = String(tail.dropLast("/remediation".count))
      return controls(ofStandardID: id, standard: nil)
        ?? (Self.looksLikeControl(id) ? [id] : nil)
    }
    return nil
  }

  /// The controls behind a GeneratorId of one finding a standard, or behind the like part of an ARN.
  private func controls(ofGenerator generator: String) -> [String]? {
    var key = generator.lowercased()
    for partition in ["arn:aws-us-gov:", "arn:aws-cn:"] where key.hasPrefix(partition) {
      key = "arn:aws:" + key.dropFirst(partition.count)
    }
    if let ids = generatorIndex[key] { return ids }
    let parts = generator.split(separator: "/").map(String.init)
    guard let control = parts.last else { return nil }
    let standard = parts.dropLast().joined(separator: "/")
    if let ids = generatorIndex[Self.generator("ruleset/" + standard, control).lowercased()] {
      return ids
    }
    return Self.usesControlIDs(key) && Self.looksLikeControl(control) ? [control] : nil
  }

  /// The controls behind an id of a title or a link: `IAM.5`, `PCI.IAM.1`, `1.10` of a known
  /// standard.
  private func controls(ofStandardID id: String, standard: String?) -> [String]? {
    for standard in [standard, "pci-dss/v/3.2.1"].compactMap(\.self) {
      if let ids = controls(ofGenerator: Self.generator(standard, id)) { return ids }
    }
    return Self.looksLikeControl(id) && index(ofCheck: id) != nil ? [id] : nil
  }

  private static func tail(of text: String, after mark: String) -> String? {
    guard let range = text.lowercased().firstRange(of: mark) else { return nil }
    let offset = text.lowercased().distance(
      from: text.lowercased().startIndex, to: range.upperBound)
    let tail = text.dropFirst(offset)
    return tail.isEmpty ? nil : String(tail)
  }

  /// The GeneratorId that a standard of that ARN tail gives to its control.
  private static func generator(_ standard: String, _ control: String) -> String {
    if standard.hasPrefix("ruleset/") { return "arn:aws:securityhub:::\(standard)/rule/\(control)" }
    return "\(standard.replacing("standards/", with: ""))/\(control)"
  }

  /// Whether the standard's own ids are those of the security controls.
  private static func usesControlIDs(_ standard: String) -> Bool {
    standard.contains("aws-foundational-security-best-practices") || standard.contains("nist-")
  }

  /// Whether the text has the form of a control id, such as `IAM.3`.
  private static func looksLikeControl(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].first?.isLetter == true && !parts[1].isEmpty
      && parts[1].allSatisfy(\.isNumber)
  }
}
