import Contests
import Grants
import Primitives
import Reports

/// A project as a person reads it.
struct GrantPage {
  private let project: Project
  private let books: GrantBooks
  /// The year that is looked at; nil for the whole project.
  private let year: Int?
  private let language = Speech.language

  init(_ project: Project, _ books: GrantBooks = GrantBooks(), year: Int? = nil) {
    self.project = project
    self.books = books
    self.year = year
  }

  var document: Document {
    let shown = year.map { ReportedProject(project, in: Period(year: $0)).project } ?? project
    let ledger = LedgerPart.allCases.map { $0 == .budget ? $0.section(of: project, year: year) : $0.section(of: shown) }
    let sections =
      [years] + ledger
      + [books.closedSection, DuePage(project, books.obligations, books.calendar).section]
      + [StatusHistoryText(project.history).section]
    return Document(
      language: language, title: project.title, details: details, sections: sections.filter { !$0.blocks.isEmpty })
  }

  /// Each year in which money moved, or the one that is looked at.
  private var years: Document.Section {
    let years = year.map { [$0] } ?? project.years
    guard year != nil || years.count > 1 else { return Document.Section("") }
    let title = local(ru: "По годам", en: "By year")
    let titles = [
      local(ru: "Поступило", en: "Received"), local(ru: "Освоено из средств гранта", en: "Spent of the grant"),
      local(ru: "Возвращено", en: "Returned"),
      local(ru: "Остаток средств на конец года", en: "Money in hand at the end"),
    ]
    let rows = years.map { year in
      let turnover = project.turnover(in: Period(year: year))
      let left = project.turnover(in: Period(start: nil, end: .lastDay(of: year))).balance
      return Table.Row(
        .plain, [.text(String(year))] + [turnover.received, turnover.spent, turnover.refunded, left].map(cell))
    }
    return Document.Section(
      title,
      [.table(Table(title, columns: [.text(local(ru: "Год", en: "Year"))] + titles.map { .figure($0) }, rows: rows))])
  }

  private func cell(_ amount: Amount) -> Cell { .money(Money(amount, project.currency)) }

  private var details: [Document.Detail] {
    let balance = project.balance()
    let own = project.ownSpent
    let agreement = project.agreement.map { agreement in
      [agreement.number.map { "№ \($0)" }, Format.day(agreement.date, .table, language)].compactMap { $0 }
        .joined(separator: ", ")
    }
    let rows: [(String, String?)] = [
      (local(ru: "Номер", en: "Identifier"), project.id.description),
      (local(ru: "Грантополучатель", en: "Grantee"), project.grantee.title),
      (local(ru: "Грантодатель", en: "Funder"), project.funder.title),
      (local(ru: "Конкурс", en: "Programme"), project.programme),
      (local(ru: "Номинация", en: "Nomination"), project.nomination),
      (local(ru: "Состояние", en: "Status"), Format.name(project.status, language)),
      (
        local(ru: "День присуждения", en: "Day of the award"),
        project.awardedOn.map { Format.day($0, .table, language) }
      ),
      (local(ru: "Соглашение", en: "Agreement"), agreement),
      (
        local(ru: "Срок", en: "Period"),
        (project.actualPeriod ?? project.plannedPeriod).map { Format.span($0, language) }
      ),
      (local(ru: "Запрошено", en: "Applied for"), project.applied.map(money)),
      (local(ru: "Присуждено", en: "Awarded"), project.awarded.map(award)),
      (local(ru: "Софинансирование", en: "Co-financing"), project.coFinancing.map(money)),
      (sinceBegun(local(ru: "Поступило за вычетом возвратов", en: "Received net of returns")), money(balance.received)),
      (sinceBegun(local(ru: "Освоено из средств гранта", en: "Spent of the grant")), money(balance.spent)),
      (
        sinceBegun(local(ru: "Освоено собственных и привлечённых средств", en: "Own and attracted money spent")),
        own == .zero ? nil : money(own)
      ),
      (sinceBegun(local(ru: "Освоено всего", en: "Spent in all")), own == .zero ? nil : money(balance.spent + own)),
      (local(ru: "Остаток средств", en: "Money in hand"), money(balance.balance)),
      (local(ru: "О проекте", en: "About the project"), project.description),
    ]
    return rows.compactMap { label, value in value.map { Document.Detail(label, .text($0)) } }
  }

  /// Beside a single year the figures of the whole project say what they are.
  private func sinceBegun(_ title: String) -> String {
    year == nil ? title : title + local(ru: " с начала проекта", en: " since the project began")
  }

  /// An award is told as agreements tell it, where the currency has words.
  private func award(_ amount: Amount) -> String {
    AmountInWords.contract(amount, project.currency, language) ?? money(amount)
  }

  private func money(_ amount: Amount) -> String { Format.money(amount, project.currency, language) }
}
