import Contests
import Primitives
import Reports
import Storage

/// The act of an erasure: what was removed, why, and where it may still be held.
struct ErasurePage {
  private let act: ErasureAct
  private let contest: Contest
  /// Messages of ours that carried the entry.
  private let carriers: [StoredMessage]

  init(_ act: ErasureAct, contest: Contest, carriers: [StoredMessage]) {
    self.act = act
    self.contest = contest
    self.carriers = carriers
  }

  /// True while who applied still matters to the contest.
  var contestIsOpen: Bool { !contest.status.isFinal }

  private var fields: [(field: PersonalField, count: Int)] {
    PersonalField.allCases.compactMap { field in act.removed[field].map { (field, $0) } }
  }

  var json: JSON {
    [
      "registration": .string(act.erasure.registration.description), "contest": .string(contest.id.description),
      "date": JSON(act.erasure.date), "reason": .string(act.erasure.reason),
      "event": .integer(Int(act.erasure.event)),
      "removed": .array(fields.map { ["field": .string($0.field.rawValue), "count": .integer($0.count)] }),
      "receivedIn": .array(act.broughtBy.map(\.jsonOfCarrier)),
      "sentIn": .array(carriers.map(\.jsonOfCarrier)),
      "others": .array(act.others.map { .string($0.description) }),
    ]
  }

  var document: Document {
    let language = Speech.language
    let erasure = act.erasure
    return Document(
      language: language,
      title: local(ru: "Акт об удалении персональных данных", en: "Act of erasure of personal data"),
      details: [
        .init(local(ru: "Заявка", en: "Entry"), .text(erasure.registration.description)),
        .init(local(ru: "Конкурс", en: "Contest"), .text(contest.title)),
        .init(local(ru: "День", en: "Day"), .day(erasure.date)),
        .init(local(ru: "Основание", en: "Reason"), .text(erasure.reason)),
        .init(local(ru: "Запись в журнале", en: "Event"), .text("№ \(erasure.event)")),
      ],
      sections: [removed, kept, elsewhere],
      signatures: [.init(local(ru: "Удаление выполнил", en: "Erased by"))])
  }

  private var removed: Document.Section {
    let title = local(ru: "Что удалено", en: "What was removed")
    let rows = fields.map { Table.Row(.plain, [.text($0.field.title[Speech.language]), .count($0.count)]) }
    guard !rows.isEmpty else {
      return Document.Section(
        title, [.paragraph(local(ru: "Персональных данных в заявке не было.", en: "The entry held no personal data."))])
    }
    let table = Table(
      title,
      columns: [.text(local(ru: "Сведения", en: "Values")), .figure(local(ru: "Сколько", en: "Number"))], rows: rows)
    return Document.Section(title, [.table(table)])
  }

  private var kept: Document.Section {
    Document.Section(
      local(ru: "Что осталось", en: "What is kept"),
      [
        .paragraph(
          local(
            ru: "Номер заявки, номинация, территория, число участников и работ, состояния, места и призы: по ним"
              + " считаются итоги. Человека по ним назвать нельзя.",
            en: "The number of the entry, its nomination and territory, the numbers of participants and works, states,"
              + " places and prizes: the figures rest on them. They name nobody."))
      ])
  }

  private var elsewhere: Document.Section {
    var blocks: [Document.Block] = [
      .paragraph(
        local(
          ru: "Резервные копии, сделанные раньше, и файлы, когда-либо принятые или отправленные, остались как были:"
            + " удалите их или попросите об этом получателей.",
          en: "Backups made earlier and files once received or sent are as they were: delete them, or ask whoever has"
            + " them to do so."))
    ]
    if !act.broughtBy.isEmpty {
      blocks.append(
        .list(lead: local(ru: "Заявка пришла в сообщениях", en: "The entry came in"), act.broughtBy.map(\.line)))
    }
    if !carriers.isEmpty {
      blocks.append(
        .list(lead: local(ru: "Заявка отправлена в сообщениях", en: "The entry went out in"), carriers.map(\.line)))
    }
    if !act.others.isEmpty {
      blocks.append(
        .list(
          lead: local(
            ru: "Те же имена есть в других заявках; если это те же люди, удалите и их данные",
            en: "Other entries hold the same names; if they are the same people, erase those as well"),
          act.others.map(\.description)))
    }
    return Document.Section(local(ru: "Где данные ещё могут быть", en: "Where the data may still be held"), blocks)
  }
}

extension PersonalField {
  fileprivate var title: LocalizedText {
    switch self {
    case .applicant: LocalizedText(ru: "Имя заявителя", en: "Name of the applicant")
    case .title: LocalizedText(ru: "Название, в котором было имя", en: "Title that held a name")
    case .people: LocalizedText(ru: "Участники поимённо", en: "Participants by name")
    case .contacts: LocalizedText(ru: "Телефоны и адреса", en: "Telephones and addresses")
    case .birthDays: LocalizedText(ru: "Дни рождения", en: "Birth days")
    case .leaders: LocalizedText(ru: "Руководители", en: "Leaders")
    case .representatives: LocalizedText(ru: "Законные представители", en: "Legal representatives")
    case .classes: LocalizedText(ru: "Классы", en: "School classes")
    case .description: LocalizedText(ru: "Описание", en: "Description")
    case .site: LocalizedText(ru: "Место работы", en: "Site")
    case .attachments: LocalizedText(ru: "Сведения о приложенных файлах", en: "Attached files")
    case .previousStage: LocalizedText(ru: "Сведения о прежнем этапе", en: "Earlier stage")
    case .otherTexts: LocalizedText(ru: "Другие тексты с именем", en: "Other texts that held a name")
    case .extensions: LocalizedText(ru: "Дополнения отправителя", en: "Foreign content")
    case .reasons: LocalizedText(ru: "Причины решений", en: "Reasons of decisions")
    case .protocols: LocalizedText(ru: "Записи в протоколах", en: "Places in protocols")
    case .outcomes: LocalizedText(ru: "Итоги у вышестоящих", en: "Outcomes elsewhere")
    case .answers: LocalizedText(ru: "Замечания в квитанциях", en: "Findings in receipts")
    case .fileNames: LocalizedText(ru: "Имена файлов", en: "Names of files")
    case .earlierVersions: LocalizedText(ru: "Прежние версии записей", en: "Earlier versions of rows")
    }
  }
}
