public import Primitives

/// The prizes of a contest are worth no more than its prize fund, as far as both are in one currency.
///
/// The contest's own prizes count once, although several nominations may give them: an announcement that spells out
/// less than it means is not refused.
public struct PrizesWithinFund: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    guard let fund = contest.prizeFund else { return [] }
    let prizes = contest.prizes + contest.nominations.flatMap(\.prizes)
    let total = prizes.reduce(Int128(0)) { sum, prize in
      guard let value = prize.value, value.currency == fund.currency else { return sum }
      return sum + value.amount.minorUnits * Int128(prize.quantity)
    }
    let worth = Amount(minorUnits: total).text(in: fund.currency)
    return total <= fund.amount.minorUnits ? [] : [.beyondFund(worth, fund.amount.text(in: fund.currency))]
  }
}

extension Diagnostic {
  fileprivate static func beyondFund(_ worth: LocalizedText, _ fund: LocalizedText) -> Diagnostic {
    Diagnostic(
      ContestCode.prizesBeyondFund, .error,
      LocalizedText(
        ru: "стоимость призов (\(worth.russian)) больше призового фонда (\(fund.russian))",
        en: "the prizes are worth \(worth.english), more than the prize fund of \(fund.english)"),
      advice: LocalizedText(
        ru: "проверьте стоимость и количество призов и размер фонда",
        en: "check the value and number of the prizes, and the fund"),
      field: "prizeFund")
  }
}
