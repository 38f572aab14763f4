import Contests
import Primitives

/// What a column of a table of applications says.
enum ApplicationColumn: String, CaseIterable, TableColumn {
  case id, nomination, title, description, applicant, kind, organisation, inn, kpp, ogrn, phone, email, address,
    birthDay
  case ageGroup, participants, works, people, leader, institution, schoolClass, territory, district, site
  case submitted, processingConsent, publicationConsent, correction

  /// The names by which it is known, the usual one of each language first.
  private var names: (russian: [String], english: [String]) {
    switch self {
    case .id:
      (
        ["номер", "№", "№ п/п", "номер заявки", "№ заявки", "идентификатор", "идентификатор заявки", "n"],
        ["id", "number", "no", "application id", "application number", "application"]
      )
    case .nomination: (["номинация", "название номинации"], ["nomination", "category"])
    case .title:
      (
        ["название", "название работы", "название проекта", "наименование", "наименование работы", "работа", "проект"],
        ["title", "title of the work", "work", "project"]
      )
    case .description: (["описание", "описание работы", "краткое описание"], ["description", "short description"])
    case .applicant:
      (
        ["заявитель", "участник", "фио", "фио участника", "фио заявителя", "ф.и.о", "ф.и.о. участника", "автор"],
        ["applicant", "participant", "name", "full name", "author"]
      )
    case .kind: (["тип заявителя", "вид заявителя", "кто подаёт"], ["applicant kind", "kind of applicant", "kind"])
    case .organisation:
      (
        ["организация", "название организации", "наименование организации"],
        ["organisation", "organization", "organisation title"]
      )
    case .inn: (["инн", "инн организации", "инн заявителя"], ["inn", "taxpayer number"])
    case .kpp: (["кпп"], ["kpp"])
    case .ogrn: (["огрн", "огрнип"], ["ogrn"])
    case .phone:
      (["телефон", "контактный телефон", "номер телефона", "тел"], ["phone", "telephone", "phone number"])
    case .email:
      (["электронная почта", "эл. почта", "адрес электронной почты", "почта"], ["email", "e-mail", "email address"])
    case .address: (["адрес", "почтовый адрес", "адрес заявителя"], ["address", "postal address"])
    case .birthDay:
      (["дата рождения", "день рождения", "д.р"], ["birth day", "date of birth", "birthday", "birth date"])
    case .ageGroup: (["возрастная группа", "возрастная категория"], ["age group", "age category"])
    case .participants:
      (
        ["количество участников", "участников", "число участников", "кол-во участников"],
        ["participants", "number of participants", "participant count"]
      )
    case .works:
      (["количество работ", "работ", "число работ", "кол-во работ"], ["works", "number of works", "work count"])
    case .people:
      (
        ["участники", "список участников", "фио участников", "состав", "авторы"],
        ["people", "names", "names of participants", "authors"]
      )
    case .leader: (["руководитель", "фио руководителя", "педагог", "куратор"], ["leader", "teacher", "supervisor"])
    case .institution:
      (["учреждение", "школа", "образовательное учреждение", "место учёбы"], ["institution", "school"])
    case .schoolClass: (["класс", "класс, группа"], ["class", "school class", "grade"])
    case .territory:
      (["октмо", "территория", "код октмо", "муниципалитет"], ["territory", "oktmo", "territory oktmo"])
    case .district: (["район", "район города", "микрорайон"], ["district"])
    case .site:
      (
        ["место", "место работы", "место нахождения", "адрес работы", "площадка", "адрес объекта"],
        ["site", "place", "venue"]
      )
    case .submitted:
      (
        ["дата подачи", "подана", "дата заявки", "дата подачи заявки", "дата", "отметка времени"],
        ["submitted", "submitted at", "date of submission", "submission date", "date", "timestamp"]
      )
    case .processingConsent:
      (
        ["согласие на обработку", "согласие на обработку персональных данных", "согласие на обработку пд", "согласие"],
        ["processing consent", "consent to processing", "consent"]
      )
    case .publicationConsent:
      (
        ["согласие на публикацию", "согласие на распространение", "согласие на распространение персональных данных"],
        ["publication consent", "consent to publication"]
      )
    case .correction: (["исправление", "номер исправления", "версия"], ["correction", "correction number", "version"])
    }
  }

  var name: LocalizedText { LocalizedText(ru: names.russian[0], en: names.english[0]) }

  init?(named name: String) {
    guard let column = Self.byName[name.columnKey] else { return nil }
    self = column
  }

  /// The known name that is nearest to one that is not known; nil when none is near.
  static func nearest(to name: String) -> String? { name.columnKey.nearest(among: byName.keys) }

  private static let byName: [String: ApplicationColumn] = {
    var byName: [String: ApplicationColumn] = [:]
    for column in allCases {
      for name in [column.rawValue] + column.names.russian + column.names.english { byName[name.columnKey] = column }
    }
    return byName
  }()

  /// The column in which a finding of a rule stands, by the field it names.
  static func columns(ofField field: String) -> [ApplicationColumn] {
    switch field.split(separator: "/").first ?? "" {
    case "applicant": [.applicant, .organisation]
    case "participants": field.contains("person") ? [.people, .participants] : [.participants, .people]
    case "submittedAt": [.submitted]
    case "@correctionNumber": [.correction]
    case "@id": [.id]
    case let name: ApplicationColumn(rawValue: String(name)).map { [$0] } ?? []
    }
  }
}
