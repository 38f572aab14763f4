import Contests
import Exchange
import Primitives

// What is wrong with a juror's form, in words.

extension Diagnostic {
  static func noForm(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.noHeader,
      LocalizedText(
        ru: "это не оценочный лист: нет строки с названиями столбцов",
        en: "this is no score sheet: no row holds the names of its columns"),
      advice: LocalizedText(
        ru: "выгрузите лист заново: laureat scores export", en: "make it anew: laureat scores export"),
      location: place)
  }

  /// A form where applications were wanted.
  static func isScoreForm(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.kindNotTaken,
      LocalizedText(
        ru: "это оценочный лист члена жюри, а не таблица заявок",
        en: "this is a juror's score sheet, and no table of applications"),
      advice: LocalizedText(
        ru: "оценочные листы принимает другая команда: laureat scores import ФАЙЛ",
        en: "score sheets are taken in by another command: laureat scores import FILE"),
      location: place)
  }

  static func noSuchCriterion(_ criterion: Identifier, _ contest: Identifier, at place: Location) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownCriterion,
      LocalizedText(
        ru: "критерия \(criterion) в конкурсе нет", en: "the contest has no criterion \(criterion)"),
      advice: LocalizedText(
        ru: "критерии могли измениться: выгрузите лист заново, laureat scores export --contest \(contest)",
        en: "the criteria may have changed: make the sheet anew, laureat scores export --contest \(contest)"),
      location: place)
  }

  static func criterionColumnMissing(_ criterion: Criterion, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.columnMissing,
      LocalizedText(
        ru: "столбца критерия «\(criterion.title)» в листе нет",
        en: "the sheet has no column of the criterion “\(criterion.title)”"),
      advice: LocalizedText(
        ru: "если его удалили, верните: название столбца — «\(criterion.columnTitle.russian)»",
        en: "if it was deleted, put it back: its title is “\(criterion.columnTitle.english)”"),
      location: place)
  }

  static func entryNotNamed(at place: Location?) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(ru: "в строке нет номера заявки", en: "the row has no number of an entry"),
      advice: LocalizedText(
        ru: "впишите номер заявки или очистите строку", en: "write the number of the entry, or clear the row"),
      location: place)
  }

  static func jurorNotNamed(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(ru: "не сказано, чей это лист", en: "the sheet does not say whose it is"),
      advice: LocalizedText(ru: "назовите члена жюри: --juror", en: "name the juror: --juror"), location: place)
  }

  static func sheetOfContest(_ contest: Identifier, at place: Location?) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetOfAnotherContest,
      LocalizedText(ru: "это лист конкурса \(contest)", en: "this is a sheet of the contest \(contest)"),
      advice: LocalizedText(
        ru: "проверьте, тот ли это файл и конкурс", en: "check that it is the right file and contest"),
      location: place)
  }

  static func sheetOfJuror(_ juror: Identifier, at place: Location?) -> Diagnostic {
    Diagnostic(
      ContestCode.sheetOfAnotherJuror,
      LocalizedText(ru: "это лист члена жюри \(juror)", en: "this is the sheet of the juror \(juror)"),
      advice: LocalizedText(
        ru: "проверьте, тот ли это файл и член жюри", en: "check that it is the right file and juror"),
      location: place)
  }

  static func pointsAndRecusal(at place: Location?) -> Diagnostic {
    Diagnostic(
      ContestCode.pointsAndRecusal,
      LocalizedText(ru: "в строке и баллы, и самоотвод", en: "the row has both points and a recusal"),
      advice: LocalizedText(
        ru: "оставьте одно: баллы или причину самоотвода", en: "leave one: the points or the reason for stepping back"),
      location: place)
  }

  static func scoreDayInFuture(at place: Location?) -> Diagnostic {
    Diagnostic(
      ContestCode.dayInFuture,
      LocalizedText(ru: "день ещё не наступил", en: "the day has not come yet"),
      advice: LocalizedText(
        ru: "проверьте дату в листе или --date", en: "check the date in the sheet, or --date"), location: place)
  }

  /// Nothing in the row, where something was taken before.
  static func pointsStay(at place: Location?) -> Diagnostic {
    Diagnostic(
      ContestCode.criterionNotMarked, .warning,
      LocalizedText(
        ru: "строка пуста, но баллы по этой заявке уже записаны и остаются",
        en: "the row is empty, but points on this entry were taken before and stay"),
      advice: LocalizedText(
        ru: "чтобы их убрать, верните событие, которым они записаны: laureat history, laureat undo",
        en: "to remove them, take back the event that recorded them: laureat history, laureat undo"),
      location: place)
  }
}
