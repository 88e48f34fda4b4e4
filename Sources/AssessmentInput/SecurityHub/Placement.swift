/// The account and region of records that name none: of assessment.yaml's entry for the file, then
/// of the options.
struct Placement: Equatable {
  var account: String?
  var region: String?
}
