import AssessmentModel

extension Instant {
  /// RFC 3339 in UTC; the day alone at its last second, for which a plain date stands.
  var dayOrTime: String { self == endOfDay ? day : rfc3339 }
}
