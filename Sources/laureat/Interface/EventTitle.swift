import Primitives
import Reports
import Storage

extension Event {
  /// What was done and with what, in one line.
  var summary: LocalizedText {
    let kind = title
    func line(_ language: Language) -> String {
      [kind[language], detailText(language), subject].compactMap { $0 }.joined(separator: ", ")
    }
    return LocalizedText(ru: line(.russian), en: line(.english))
  }

  /// What was said beside: the kind of a document in words, anything else as it is.
  func detailText(_ language: Language) -> String? {
    detail.map { Format.document($0, language) }
  }

  var title: LocalizedText { Self.title(of: kind) }

  /// What was done, in the words of the office.
  static func title(of kind: String) -> LocalizedText {
    switch kind {
    case "import": LocalizedText(ru: "принят файл", en: "file taken in")
    case "export": LocalizedText(ru: "выгружен документ", en: "document exported")
    case "receipt": LocalizedText(ru: "пришла квитанция", en: "receipt came back")
    case "files": LocalizedText(ru: "получены приложенные файлы", en: "attached files came")
    case "pseudonyms.begin": LocalizedText(ru: "заведён ключ псевдонимов", en: "key of pseudonyms made")
    case "undo": LocalizedText(ru: "взято назад событие", en: "event taken back")
    case "entry.add": LocalizedText(ru: "заявка внесена", en: "entry added")
    case "entry.edit": LocalizedText(ru: "заявка исправлена", en: "entry edited")
    case "entry.admitted": LocalizedText(ru: "заявки допущены", en: "entries admitted")
    case "entry.notAdmitted": LocalizedText(ru: "заявки не допущены", en: "entries not admitted")
    case "entry.withdrawn": LocalizedText(ru: "заявки отозваны", en: "entries withdrawn")
    case "entry.erase": LocalizedText(ru: "сведения о человеке стёрты", en: "personal values erased")
    case "contest.create": LocalizedText(ru: "конкурс создан", en: "contest created")
    case "contest.status": LocalizedText(ru: "состояние конкурса", en: "contest status")
    case "contest.edit": LocalizedText(ru: "положение конкурса изменено", en: "contest changed")
    case "contest.clone": LocalizedText(ru: "конкурс заведён по прошлогоднему", en: "contest cloned")
    case "jury.add": LocalizedText(ru: "введён член жюри", en: "juror added")
    case "jury.remove": LocalizedText(ru: "выведен член жюри", en: "juror taken out")
    case "jury.recuse": LocalizedText(ru: "записан самоотвод", en: "juror stepped back")
    case "jury.assign": LocalizedText(ru: "заявки распределены", en: "entries shared out")
    case "jury.close": LocalizedText(ru: "работа жюри закончена", en: "judging ended")
    case "jury.reopen": LocalizedText(ru: "работа жюри возобновлена", en: "judging opened again")
    case "jury.tie": LocalizedText(ru: "решено между равными", en: "equals decided")
    case "winner.record": LocalizedText(ru: "победители записаны", en: "winners recorded")
    case "winner.revoke": LocalizedText(ru: "награда отозвана", en: "award revoked")
    case "scores.import": LocalizedText(ru: "принят оценочный лист", en: "score sheet taken in")
    case "protocol.approve": LocalizedText(ru: "записан утверждающий акт", en: "approving act recorded")
    case "organisation.self": LocalizedText(ru: "указано, кто мы", en: "said who we are")
    case "organisation.add": LocalizedText(ru: "организация записана", en: "organisation added")
    case "funder.add": LocalizedText(ru: "грантодатель записан", en: "funder added")
    case "grant.create": LocalizedText(ru: "проект внесён", en: "project added")
    case "grant.edit": LocalizedText(ru: "проект изменён", en: "project changed")
    case "grant.status": LocalizedText(ru: "состояние проекта", en: "project status")
    case "grant.receive": LocalizedText(ru: "деньги поступили", en: "money received")
    case "grant.spend": LocalizedText(ru: "деньги израсходованы", en: "money spent")
    default: grantTitle(of: kind)
    }
  }

  /// What was done in the books of a grant.
  private static func grantTitle(of kind: String) -> LocalizedText {
    switch kind {
    case "grant.refund": LocalizedText(ru: "деньги возвращены", en: "money given back")
    case "grant.refund.edit": LocalizedText(ru: "возврат исправлен", en: "refund edited")
    case "grant.refund.remove": LocalizedText(ru: "возврат удалён", en: "refund removed")
    case "grant.move": LocalizedText(ru: "деньги перемещены между статьями", en: "money moved between lines")
    case "grant.import": LocalizedText(ru: "расходы приняты таблицей", en: "expenses taken from a table")
    case "grant.expense.edit": LocalizedText(ru: "расход исправлен", en: "expense edited")
    case "grant.expense.remove": LocalizedText(ru: "расход удалён", en: "expense removed")
    case "grant.line": LocalizedText(ru: "смета изменена", en: "budget changed")
    case "grant.instalment": LocalizedText(ru: "транши запланированы", en: "instalments planned")
    case "grant.instalment.edit": LocalizedText(ru: "транш исправлен", en: "instalment edited")
    case "grant.instalment.remove": LocalizedText(ru: "транш удалён", en: "instalment removed")
    case "grant.indicator": LocalizedText(ru: "показатель записан", en: "indicator recorded")
    case "grant.checkpoint": LocalizedText(ru: "контрольная точка записана", en: "checkpoint recorded")
    case "grant.text": LocalizedText(ru: "текст отчёта записан", en: "text of a report recorded")
    case "grant.text.remove": LocalizedText(ru: "текст отчёта удалён", en: "text of a report removed")
    case "grant.close": LocalizedText(ru: "период закрыт", en: "period closed")
    case "grant.reopen": LocalizedText(ru: "период открыт снова", en: "period opened again")
    case "grant.due": LocalizedText(ru: "срок отчёта записан", en: "report due recorded")
    case "grant.due.remove": LocalizedText(ru: "срок отчёта снят", en: "report due removed")
    case "grant.report": LocalizedText(ru: "состояние отчёта", en: "report status")
    case "grant.calendar": LocalizedText(ru: "календарь года принят", en: "calendar of a year taken")
    default: LocalizedText(ru: kind, en: kind)
    }
  }
}
