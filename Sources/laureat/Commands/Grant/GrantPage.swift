import Contests
import Grants
import Primitives
import Reports

/// A project as a person reads it.
struct GrantPage {
  private let project: Project
  private let language = Speech.language

  init(_ project: Project) {
    self.project = project
  }

  var document: Document {
    Document(
      language: language, title: project.title, details: details,
      sections: [money, StatusHistoryText(project.history).section].filter { !$0.blocks.isEmpty })
  }

  private var details: [Document.Detail] {
    let balance = project.balance()
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
      (local(ru: "Договор", en: "Agreement"), agreement),
      (
        local(ru: "Срок", en: "Period"),
        (project.actualPeriod ?? project.plannedPeriod).map { Format.period($0, language) }
      ),
      (local(ru: "Запрошено", en: "Applied for"), project.applied.map(money)),
      (local(ru: "Присуждено", en: "Awarded"), project.awarded.map(money)),
      (local(ru: "Софинансирование", en: "Co-financing"), project.coFinancing.map(money)),
      (local(ru: "Поступило", en: "Received"), money(balance.received)),
      (local(ru: "Освоено", en: "Spent"), money(balance.spent)),
      (local(ru: "Остаток", en: "Balance"), money(balance.balance)),
    ]
    return rows.compactMap { label, value in value.map { Document.Detail(label, .text($0)) } }
  }

  private func money(_ amount: Amount) -> String { Format.money(amount, project.currency, language) }

  private var money: Document.Section {
    let rows = project.expenses.map { expense in
      Table.Row(
        .plain,
        [
          .text(Format.day(expense.date, .table, language)), .text(expense.payee ?? "—"),
          .text(expense.document?.number ?? "—"), .text(expense.line?.description ?? "—"), .text(money(expense.amount)),
        ])
    }
    let title = local(ru: "Расходы", en: "Expenses")
    let columns = [
      local(ru: "День", en: "Day"), local(ru: "Кому", en: "Payee"), local(ru: "Документ", en: "Document"),
      local(ru: "Статья", en: "Line"),
    ]
    return Document.Section(
      title,
      rows.isEmpty
        ? []
        : [
          .table(
            Table(title, columns: columns.map { .text($0) } + [.figure(local(ru: "Сумма", en: "Amount"))], rows: rows))
        ])
  }
}
