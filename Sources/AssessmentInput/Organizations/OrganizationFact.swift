import AssessmentModel

/// One thing that a file tells about an organisation.
enum OrganizationFact {
  /// An account that belongs to it; `units` are the ids of its units from the root down, empty
  /// where it lies in the root, nil where the file does not tell.
  case account(String, name: String?, state: AccountState?, units: [String]?)
  /// The unit or root in which an account lies.
  case parent(ofAccount: String, id: String)
  /// A unit; `units` are the ids of the units from the root down to itself.
  case unit(String, name: String?, units: [String]?)
  /// A list of accounts whose next page is not in the file.
  case moreAccounts
}
