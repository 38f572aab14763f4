import Primitives

/// What a column of a table of expenses says.
enum ExpenseColumn: String, FixedTableColumn {
  case date, amount, currency, line, payee, document, kind, number, documentDate, source, note
  /// The number of the row, which says nothing of the expense.
  case ordinal

  /// The known name that is nearest to one that is not known; nil when none is near.
  static func nearest(to name: String) -> String? { name.columnKey.nearest(among: allCases.flatMap(\.names)) }

  var name: LocalizedText {
    switch self {
    case .date: LocalizedText(ru: "дата", en: "date")
    case .amount: LocalizedText(ru: "сумма", en: "amount")
    case .currency: LocalizedText(ru: "валюта", en: "currency")
    case .line: LocalizedText(ru: "статья", en: "line")
    case .payee: LocalizedText(ru: "получатель", en: "payee")
    case .document: LocalizedText(ru: "документ (вид, номер, дата)", en: "document (kind, number, day)")
    case .kind: LocalizedText(ru: "вид документа", en: "document kind")
    case .number: LocalizedText(ru: "номер документа", en: "document number")
    case .documentDate: LocalizedText(ru: "дата документа", en: "document date")
    case .source: LocalizedText(ru: "источник", en: "source")
    case .note: LocalizedText(ru: "примечание", en: "note")
    case .ordinal: LocalizedText(ru: "номер строки", en: "number of the row")
    }
  }

  var names: Set<String> {
    switch self {
    case .date:
      ["дата", "день", "дата платежа", "дата оплаты", "дата расхода", "date", "day", "payment date", "date of payment"]
    case .amount:
      [
        "сумма", "сумма расхода", "сумма платежа", "сумма, руб", "сумма (руб.)", "сумма, рублей", "израсходовано",
        "amount", "sum", "spent",
      ]
    case .currency:
      [
        "валюта", "валюта платежа", "валюта расхода", "валюта оплаты", "валюта операции", "валюта документа",
        "валюта суммы", "код валюты", "currency", "currency code", "payment currency", "currency of payment",
      ]
    case .line:
      ["статья", "статья расходов", "статья сметы", "статья бюджета", "line", "budget line", "category"]
    case .payee:
      [
        "получатель", "кому", "контрагент", "поставщик", "получатель платежа", "payee", "supplier", "vendor",
        "counterparty",
      ]
    case .document:
      [
        "документ", "платежный документ", "подтверждающий документ", "документ основание", "реквизиты документа",
        "document", "payment document", "supporting document",
      ]
    case .kind: ["вид документа", "тип документа", "document kind", "kind of document", "document type"]
    case .number:
      [
        "номер документа", "№ документа", "номер платежного поручения", "номер пп", "document number",
        "document no", "number of the document", "payment number",
      ]
    case .documentDate: ["дата документа", "document date", "date of the document"]
    case .source: ["источник", "источник средств", "средства", "source", "source of funds"]
    case .note: ["примечание", "назначение", "назначение платежа", "комментарий", "note", "remark", "purpose"]
    case .ordinal: ["№", "№ п/п", "№ пп", "n п/п", "п/п", "номер строки", "no", "#"]
    }
  }
}
