import Grants
import Primitives
import Reports

extension Project {
  /// Own and attracted money spent, from the beginning.
  var ownSpent: Amount { spendingByLine().values.map(\.own).sum() }

  /// What came in, went out and is left, on one line; what was not the grant's stands apart.
  var balanceText: String {
    let balance = balance()
    func money(_ amount: Amount) -> String { Format.money(amount, currency, Speech.language) }
    let own =
      ownSpent == .zero
      ? ""
      : local(
        ru: "; собственных и привлечённых средств освоено \(money(ownSpent))",
        en: "; own and attracted money spent \(money(ownSpent))")
    return local(
      ru:
        "поступило \(money(balance.received)), освоено из средств гранта \(money(balance.spent)), остаток \(money(balance.balance))",
      en:
        "received \(money(balance.received)), spent of the grant \(money(balance.spent)), balance \(money(balance.balance))"
    ) + own
  }
}
