import AssessmentModel

/// What tells one reference from another, in the decoder's names.
struct ReferenceKey: Hashable {
  var product = UInt8(0)
  var control = StringID.none
  var generator = StringID.none
  var ownControl = StringID.none
  var standard = StringID.none
  var controlARN = StringID.none
  var title = StringID.none
  var url = StringID.none
}
