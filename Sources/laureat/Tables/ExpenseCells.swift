import Exchange
import Grants
import LibXML
import Primitives
import Tables

/// The cells of a row of expenses.
typealias ExpenseCells = RowCells<ExpenseColumn>

extension RowCells<ExpenseColumn> {
  /// A value without which the row says nothing.
  mutating func required<Value>(_ column: ExpenseColumn, _ read: (inout Self) -> Value?) -> Value? {
    if !has(column) {
      report(
        column, ExchangeCode.missingElement, ru: "ячейка пуста", en: "the cell is empty",
        advice: LocalizedText(ru: "заполните ячейку", en: "fill it in"))
      return nil
    }
    return read(&self)
  }

  /// True for a row that sums up the others, as one stands below them in a ledger.
  var isTotal: Bool {
    row.cells.contains { cell in
      guard case .text(let text) = cell.content else { return false }
      return ["итого", "всего", "итог", "total"].contains(text.columnKey)
    }
  }

  /// The amount, in the currency of a project, which may stand behind it or in a column of its own.
  mutating func amount(for project: Project) -> Amount? {
    guard let written = text(.amount, .short) else { return nil }
    let figures = written.prefix { !$0.isLetter && !$0.isCurrencySymbol }
    let unit = String(written.dropFirst(figures.count))
    for (column, text) in [(ExpenseColumn.amount, unit), (.currency, text(.currency, .short) ?? "")]
    where !text.allSatisfy({ $0.isWhitespace }) && Currency(written: text) != project.currency {
      report(otherCurrency: project.currency, column)
      return nil
    }
    do throws(AmountInputError) {
      return try Amount(typed: String(figures).trimmed)
    } catch {
      let (ru, en, advice) = error.wording
      report(.amount, ru: ru, en: en, advice: advice)
      return nil
    }
  }

  private mutating func report(otherCurrency expected: Currency, _ column: ExpenseColumn) {
    report(
      column, ExchangeCode.currenciesDiffer, ru: "другая валюта, а проект ведётся в \(expected)",
      en: "another currency; the project is kept in \(expected)",
      advice: LocalizedText(
        ru: "пересчитайте сумму в валюту проекта по курсу на день платежа",
        en: "convert the amount into the project's currency at the rate of the day"))
  }

  /// A line by its identifier or its title. What is neither is reported with its cell.
  mutating func line(of project: Project) -> Identifier? {
    guard let text = text(.line, .line) else { return nil }
    let named = project.budget.filter { $0.id.description == text || $0.title.loosened == text.loosened }
    if named.count == 1 { return named[0].id }
    report(
      .line, GrantCode.unknownBudgetLine,
      ru: named.isEmpty ? "такой статьи в смете нет" : "статей с таким названием несколько",
      en: named.isEmpty ? "the budget has no such line" : "several lines have this title",
      advice: LocalizedText(
        ru: "впишите обозначение или название статьи: laureat grant line list \(project.id)",
        en: "write the id or the title of a line: laureat grant line list \(project.id)"))
    return nil
  }

  /// The document, in one cell or in a column for each of its parts. A part that is said twice is said the same.
  mutating func document() -> PaymentDocument? {
    var document = PaymentDocument(
      kind: text(.kind, .short), number: text(.number, .short), date: day(.documentDate))
    if let written = text(.document, .line) {
      guard let told = PaymentDocument(written: written, isNumbered: document.number != nil) else {
        report(
          .document, ru: "дата документа не распознана, или документов несколько",
          en: "the day of the document is not understood, or there are several documents",
          advice: LocalizedText(
            ru: "впишите один документ, например «Акт № 3 от 01.02.2024»",
            en: "write one document, for example Act No. 3 of 01.02.2024"))
        return nil
      }
      // The cell holds both, and may be longer than either.
      guard fits(told.kind ?? "", .document, .short), fits(told.number ?? "", .document, .short) else { return nil }
      document.kind = part(.kind, told.kind, document.kind) { $0.isLooselyEqual(to: $1) }
      document.number = part(.number, told.number, document.number) { $0.isLooselyEqual(to: $1) }
      document.date = part(.documentDate, told.date, document.date, ==)
    }
    return document == PaymentDocument() ? nil : document
  }

  private mutating func part<Part>(
    _ column: ExpenseColumn, _ told: Part?, _ stated: Part?, _ agree: (Part, Part) -> Bool
  ) -> Part? {
    guard let told, let stated else { return stated ?? told }
    if !agree(told, stated) {
      report(
        column, ru: "в столбце «документ» сказано другое", en: "the column document says something else",
        advice: LocalizedText(
          ru: "сверьте оба столбца с документом", en: "compare both columns with the document"))
    }
    return stated
  }

  /// Whose money it was; the grant's where the row does not say.
  mutating func source() -> Expense.Source {
    guard let text = text(.source, .short)?.loosened else { return .grant }
    switch text {
    case "grant", "грант", "средства гранта", "из гранта": return .grant
    case "own", "собственные", "собственные средства", "свои", "свои средства", "софинансирование", "own funds":
      return .own
    default:
      report(
        .source, ExchangeCode.valueNotListed, ru: "источник не распознан", en: "this source is not known",
        advice: LocalizedText(ru: "впишите «грант» или «собственные»", en: "write grant or own"))
      return .grant
    }
  }
}

extension Currency {
  /// Reads a code, or a sign that means one currency: «руб.», «₽».
  fileprivate init?(written text: String) {
    let word = text.trimmed.lowercased()
    if ["₽", "руб", "руб.", "р", "р.", "рублей", "рубль", "рубля"].contains(word) {
      self = .rouble
    } else {
      self.init(text.trimmed.uppercased())
    }
  }
}

extension AmountInputError {
  /// What is wrong with an amount, and how to write it.
  fileprivate var wording: (ru: String, en: String, advice: LocalizedText) {
    let form = LocalizedText(
      ru: "впишите 1300000, 1300000,50 или «1 300 000,50»", en: "write 1300000, 1300000.50 or '1 300 000.50'")
    return switch self {
    case .ambiguous:
      ("сумма неоднозначна: тысяча или дробь?", "the amount is ambiguous: a thousand or a fraction?", form)
    case .malformed: ("это не сумма", "this is not an amount", form)
    case .tooManyDecimals: ("после запятой не больше двух цифр", "at most two digits after the decimal sign", form)
    case .tooLarge: ("сумма слишком велика", "the amount is too large", form)
    case .negative:
      (
        "сумма отрицательна", "the amount is negative",
        LocalizedText(
          ru: "возврат запишите отдельно: laureat grant refund",
          en: "record money that went back by laureat grant refund")
      )
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
