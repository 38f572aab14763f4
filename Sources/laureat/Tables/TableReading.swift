import Primitives

/// What a table of applications does not say itself.
struct TableReading {
  /// The contest that the applications are for.
  var contest: Identifier?
  /// The title of a sheet; nil for the first visible one.
  var sheet: String?
  /// The day of submission of rows that do not say it.
  var submitted: Day?
  /// True when columns of unknown names are left out.
  var ignoreUnknownColumns = false
}
