// How values are kept, in all tables:
//   days       whole days since 1970-01-01
//   instants   milliseconds since 1970-01-01T00:00:00Z × 2048 + minutes of offset + 1024; they sort as moments do
//   amounts    minor units of the row's currency
//   decimals   ten-thousandths
//   identifiers, registration codes (ИНН, ОКТМО…) and states as texts
// A column that is null says that nothing was stated.
extension Migration {
  static let migration0001 = Migration(
    version: 1, statements: exchange1 + contests1 + entries1 + results1 + grants1)
}
