package import Grants
package import Primitives

/// Grants raised and spent in a year, as a whole, by funder and by grantee.
package struct YearGrants: Hashable, Sendable {
  /// The part of one funder or grantee.
  package struct Share: Hashable, Sendable {
    package var title: String
    package var totals: GrantTotals
    /// The awards in `totals`, by how far the projects had come by the end of the year.
    package var byStage: [ProjectStage: Amount]
  }

  package var currency: Currency
  package var total: GrantTotals
  /// The largest award first.
  package var byFunder: [Share]
  package var byGrantee: [Share]
  /// How many projects of the year are in another currency and therefore in none of the sums.
  package var otherCurrencies: Int

  package init(_ projects: [Project], year: Int, currency: Currency = .rouble) {
    let period = Period(year: year)
    let moved = projects.filter { $0.hasPart(in: period) }
    let counted = moved.filter { $0.currency == currency }
    self.currency = currency
    otherCurrencies = moved.count - counted.count
    total = GrantTotals(counted, in: period)
    byFunder = Self.shares(counted, in: period, id: \.funder.id, title: \.funder.title)
    byGrantee = Self.shares(counted, in: period, id: \.grantee.id, title: \.grantee.title)
  }

  private static func shares(
    _ projects: [Project], in period: Period, id: (Project) -> Identifier, title: (Project) -> String
  ) -> [Share] {
    Dictionary(grouping: projects, by: id).sorted { $0.key < $1.key }.compactMap { _, group in
      group.first.map { first in
        let awarded = group.filter { $0.runs(in: period) && $0.awarded != nil }
        return Share(
          title: title(first), totals: GrantTotals(group, in: period),
          byStage: Dictionary(grouping: awarded) { $0.stage(atEndOf: period) }.mapValues {
            $0.compactMap(\.awarded).sum()
          })
      }
    }.sorted {
      ($1.totals.awarded, $0.title.sortKey) < ($0.totals.awarded, $1.title.sortKey)
    }
  }
}

extension String {
  /// Orders titles as a Russian reader expects: case, quotation marks and the dots of ё do not count, й is a letter of
  /// its own.
  package var sortKey: String {
    String(lowercased().map { $0 == "ё" ? "е" : $0 }.filter { $0.isLetter || $0.isNumber || $0 == " " })
  }
}
