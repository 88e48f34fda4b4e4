/// What a person answered to one question, from an API output or an offline file.
package struct Answer: Sendable {
  package var question: String
  /// Ids of the selected choices.
  package var choices: [String]
  package var isApplicable = true
  /// Only the risk is known, as the Well-Architected Tool printed it, and no choice.
  package var isRiskOnly = false
  /// Choices that the tool names as part of that risk; none where the choices themselves are known.
  package var improvements: [String] = []
  package var note: String?
  package var author: String?
  package var date: Instant?
  /// When it was written down; of offline answers of one date the one entered last holds.
  package var entered: Instant?
  package var validUntil: Instant?
  /// Account ids; nil covers the whole scope.
  package var accounts: [String]?
  /// The id of the workload of the Well-Architected Tool; nil for an offline answer.
  package var workload: String?
  package var workloadName: String?
  /// The lens that the API names, by its ARN or alias.
  package var lens: String?
  /// The risk that the API printed.
  package var apiRisk: Risk?
  package var attachments: [String] = []
  /// The file and the 1-based record in it.
  package var file: Int
  package var number: Int

  package init(question: String, choices: [String], file: Int = 0, number: Int = 0) {
    self.question = question
    self.choices = choices
    self.file = file
    self.number = number
  }

  /// Whether the answer speaks for an account; an empty id stands for all, where none is in scope.
  package func covers(_ account: String) -> Bool {
    guard let accounts, !accounts.isEmpty, !account.isEmpty else { return true }
    return accounts.contains(account)
  }
}

/// An accepted risk of exceptions.yaml.
package struct Exception: Sendable {
  package var id: String
  package var objective: String?
  package var check: String?
  package var account: String?
  package var region: String?
  /// A resource; `*` stands for any text.
  package var resource: String?
  package var reason: String
  package var owner: String
  package var approvedBy: String
  package var approvedOn: Instant?
  package var until: Instant

  package init(id: String, reason: String, owner: String, approvedBy: String, until: Instant) {
    self.id = id
    self.reason = reason
    self.owner = owner
    self.approvedBy = approvedBy
    self.until = until
  }
}

/// What a file proves about the controls that are on in one account and region.
package struct Enablement: Sendable {
  package let account: String
  package let region: String
  /// The complete list of enabled standards (parts of their ARNs after the last colon); nil when
  /// the file does not list them.
  package let standards: [String]?
  /// Ids of controls that are switched off.
  package let disabled: [String]
  /// Control → parameter → its values, where they differ from AWS's own.
  package let parameters: [String: [String: [String]]]
  /// Whether it tells of controls at all, and not only that Security Hub is on.
  package let tellsControls: Bool

  package init(
    account: String, region: String, standards: [String]?, disabled: [String] = [],
    parameters: [String: [String: [String]]] = [:], tellsControls: Bool = true
  ) {
    self.account = account
    self.region = region
    self.standards = standards
    self.disabled = disabled
    self.parameters = parameters
    self.tellsControls = tellsControls
  }
}

/// Accounts × regions that the assessment covers.
package struct Scope: Sendable {
  /// An account and the regions in which it is assessed.
  package struct Account: Sendable {
    package let id: String
    package let regions: [String]

    package init(id: String, regions: [String]) {
      self.id = id
      self.regions = regions
    }
  }

  package let accounts: [Account]

  package init(accounts: [Account]) { self.accounts = accounts }
}

/// An account by name, owner, environment and place in the organisation.
package struct AccountDetails: Equatable, Sendable {
  package let id: String
  package var name: String?
  package var owner: String?
  package var environment: String?
  /// The names of its organisational units from the root down, such as `Workloads/Production`.
  package var unit: String?
  /// Nil where no evidence tells it.
  package var state: AccountState?

  package init(
    id: String, name: String? = nil, owner: String? = nil, environment: String? = nil,
    unit: String? = nil, state: AccountState? = nil
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.environment = environment
    self.unit = unit
    self.state = state
  }
}

/// A person's Markdown beside the evidence: for one objective, or the summary.
package struct Note: Sendable {
  /// The objective's id, or `summary`.
  package let subject: String
  package let markdown: String
  package let file: Int

  package init(subject: String, markdown: String, file: Int) {
    self.subject = subject
    self.markdown = markdown
    self.file = file
  }
}

/// Everything that was read, before it is judged.
package struct Evidence: Sendable {
  package var title: String?
  package var organisation: String?
  package var classification: String?
  package var asOf: Instant?
  package var scope: Scope?
  /// Accounts that assessment.yaml or the organisation names; the first of an id counts.
  package var accounts: [AccountDetails] = []
  /// The organisation's accounts; nil where no evidence lists them.
  package var members: OrganizationMembers?
  package var assessors: [String] = []
  package var branding = Branding()
  /// Age in days at which evidence is called old.
  package var staleAfter = 30
  /// The lens of the assessment folder, which replaces the catalogue's.
  package var lens: Lens?
  /// Pillar of that lens → id of the objective that asks its questions.
  package var lensObjectives: [String: String] = [:]
  package var files: [EvidenceFile] = []
  /// Files that were rejected, with the reason; only with `--skip-invalid`.
  package var rejectedFiles: [Diagnostic] = []
  package var records = RecordTable()
  package var answers: [Answer] = []
  /// Elements of answer lists that answer nothing.
  package var unansweredElements = 0
  package var exceptions: [Exception] = []
  package var enablement: [Enablement] = []
  /// Region → lower-case id of a control → whether AWS offers it there; goes before the catalogue's
  /// facts.
  package var availability: [String: [String: Bool]] = [:]
  /// Counts that Security Hub made; they decide nothing.
  package var insights: [Insight] = []
  package var notes: [Note] = []
  /// The rows of plan.csv, in their order, and the name of that file.
  package var actions: [ActionEntry] = []
  package var actionFile: String?
  package var diagnostics: [Diagnostic] = []
  /// The malformed records of each file that has any.
  package var malformed: [MalformedRecords] = []

  package init() {}
}
