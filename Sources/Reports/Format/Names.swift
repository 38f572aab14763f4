package import Contests
package import Grants
package import Primitives

/// The office words for states, levels and kinds.
extension Format {
  package static func name(_ status: some Lifecycle, _ language: Language) -> String { status.title[language] }

  package static func name(_ level: Level, _ language: Language) -> String {
    let name =
      switch level {
      case .municipal: LocalizedText(ru: "муниципальный", en: "municipal")
      case .regional: LocalizedText(ru: "региональный", en: "regional")
      case .national: LocalizedText(ru: "всероссийский", en: "national")
      }
    return name[language]
  }

  package static func name(_ role: Juror.Role, _ language: Language) -> String {
    let name =
      switch role {
      case .chair: LocalizedText(ru: "председатель жюри", en: "chair of the jury")
      case .deputy: LocalizedText(ru: "заместитель председателя жюри", en: "deputy chair of the jury")
      case .secretary: LocalizedText(ru: "секретарь жюри", en: "secretary of the jury")
      case .member: LocalizedText(ru: "член жюри", en: "member of the jury")
      }
    return name[language]
  }

  /// Why somebody who stands high enough gets no place.
  package static func name(_ omission: Proposal.Omission, _ language: Language) -> String {
    let name =
      switch omission {
      case .belowPassMark: LocalizedText(ru: "ниже проходного балла", en: "below the pass mark")
      case .hasWonElsewhere:
        LocalizedText(ru: "участник уже победил в конкурсе", en: "has won in the contest already")
      case .anotherCounts:
        LocalizedText(ru: "засчитана работа участника, поданная раньше", en: "the participant's earlier entry counts")
      case .hasLostPlace: LocalizedText(ru: "место отменено", en: "its place was revoked")
      }
    return name[language]
  }

  package static func name(_ kind: GrantReport.Kind, _ language: Language) -> String {
    let name =
      switch kind {
      case .interim: LocalizedText(ru: "промежуточный", en: "interim")
      case .final: LocalizedText(ru: "итоговый", en: "final")
      case .annual: LocalizedText(ru: "годовой", en: "annual")
      case .period: LocalizedText(ru: "за период", en: "for a period")
      }
    return name[language]
  }

  package static func name(_ status: Checkpoint.Status, _ language: Language) -> String {
    let name =
      switch status {
      case .scheduled: LocalizedText(ru: "предстоит", en: "scheduled")
      case .met: LocalizedText(ru: "выполнена", en: "met")
      case .partiallyMet: LocalizedText(ru: "выполнена частично", en: "partly met")
      case .notMet: LocalizedText(ru: "не выполнена", en: "not met")
      }
    return name[language]
  }

  /// The status of a checkpoint as a report tells it: what is still ahead after its day is overdue.
  ///
  /// - Parameter today: Nil once the period of the report is over: all that it tells of was due by then.
  static func status(of checkpoint: Checkpoint, today: Day?, _ language: Language) -> String {
    guard checkpoint.status == .scheduled, today.map(checkpoint.isOverdue) ?? true else {
      return name(checkpoint.status, language)
    }
    return LocalizedText(ru: "просрочена", en: "overdue")[language]
  }

  package static func name(_ source: Expense.Source, _ language: Language) -> String {
    let name =
      switch source {
      case .grant: LocalizedText(ru: "грант", en: "grant")
      case .own: LocalizedText(ru: "собственные средства", en: "own funds")
      }
    return name[language]
  }

  package static func name(_ direction: Refund.Direction, _ language: Language) -> String {
    let name =
      switch direction {
      case .toFunder: LocalizedText(ru: "возврат грантодателю", en: "returned to the funder")
      case .fromPayee: LocalizedText(ru: "возврат от получателя платежа", en: "returned by the payee")
      }
    return name[language]
  }

  package static func name(_ severity: Diagnostic.Severity, _ language: Language) -> String {
    let name =
      switch severity {
      case .note: LocalizedText(ru: "примечание", en: "note")
      case .warning: LocalizedText(ru: "предупреждение", en: "warning")
      case .error: LocalizedText(ru: "ошибка", en: "error")
      }
    return name[language]
  }

  /// An exchange document by the root element's or the kind's name; a name not known is given back.
  package static func document(_ kind: String, _ language: Language) -> String {
    let name: LocalizedText? =
      switch kind {
      case "contestAnnouncement", "contest-announcement":
        LocalizedText(ru: "Объявление конкурса", en: "Contest announcement")
      case "applications": LocalizedText(ru: "Заявки на конкурс", en: "Contest applications")
      case "scoreSheets", "score-sheets": LocalizedText(ru: "Оценочные листы", en: "Score sheets")
      case "resultsProtocol", "results-protocol": LocalizedText(ru: "Протокол результатов", en: "Results protocol")
      case "grantPortfolio", "grant-portfolio": LocalizedText(ru: "Перечень грантовых проектов", en: "Grant portfolio")
      case "grantReport", "grant-report": LocalizedText(ru: "Отчёт по гранту", en: "Grant report")
      case "receipt": LocalizedText(ru: "Квитанция", en: "Receipt")
      default: nil
      }
    return name?[language] ?? kind
  }
}
