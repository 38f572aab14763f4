import ArgumentParser
import Grants
import Primitives

/// Sums are in one currency; projects in others are said to be left out.
struct CurrencyOptions: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "Валюта итогов.", en: "Currency of the totals.")))
  var currency = "RUB"

  func validate() throws {
    if Currency(currency) == nil {
      throw ValidationError(
        local(ru: "валюта — три буквы, например RUB", en: "a currency is three letters such as RUB"))
    }
  }

  var chosen: Currency { Currency(currency) ?? .rouble }

  func matching(_ projects: [Project]) -> [Project] {
    let matching = projects.filter { $0.currency == chosen }
    let others = projects.count - matching.count
    if others > 0 {
      Terminal.say(
        local(
          ru: "проектов в других валютах: \(others), в суммы не вошли",
          en: "\(others) projects in other currencies are not in the sums"))
    }
    return matching
  }
}
