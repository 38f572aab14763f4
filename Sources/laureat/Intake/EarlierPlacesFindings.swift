import Contests
import Exchange
import Primitives
import Storage

extension ProtocolResult.EarlierPlace {
  /// The title of a prize may name somebody.
  fileprivate var award: LocalizedText {
    place.map { LocalizedText(ru: "\($0)-е место", en: "place \($0)") }
      ?? LocalizedText(ru: "вручение приза", en: "a prize")
  }
}

// What stands against taking places back that earlier protocols gave.
extension Diagnostic {
  static func takenBackSince(_ number: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "место или приз по протоколу № \(number) уже отменены, а файл об этом не знает",
        en: "the place or prize of the protocol \(number) was revoked, and the file does not know of it"),
      advice: LocalizedText(
        ru: "похоже, файл старый: попросите у отправителя свежую выгрузку протокола",
        en: "the file seems to be an old one: ask its sender for a fresh export of the protocol"), field: "award")
  }

  static func givenByAnother(_ told: ProtocolResult.EarlierPlace) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser,
      LocalizedText(
        ru: "протокол № \(told.minutes) прислал другой отправитель: \(told.award.russian) отменяет не этот",
        en: "the protocol \(told.minutes) came from another sender: \(told.award.english) is not this one's to revoke"),
      advice: LocalizedText(
        ru: "попросите протокол с отменой у того, от кого пришёл первый, или у организатора",
        en: "ask whoever sent the first one, or the organiser, for the protocol that tells so"), field: "earlierPlace")
  }

  static func notHeld(_ told: ProtocolResult.EarlierPlace) -> Diagnostic {
    Diagnostic(
      ContestCode.awardNotHeld, .note,
      LocalizedText(
        ru: "протокол № \(told.minutes): отменено \(told.award.russian), а у заявки этого здесь нет",
        en: "protocol \(told.minutes): \(told.award.english) was revoked, which the entry does not hold here"),
      advice: LocalizedText(
        ru: "если нужна вся история, попросите у организатора и прежний протокол",
        en: "ask the organiser for the earlier protocol too, if the whole history is wanted"),
      field: "earlierPlace")
  }

  static func decidedHere(_ told: ProtocolResult.EarlierPlace, _ entry: Registration) -> Diagnostic {
    let nomination = told.nomination.map { " --nomination \($0)" } ?? ""
    let award = told.place.map { " --place \($0)" } ?? told.prize.map { " --prize \"\($0)\"" } ?? ""
    let command = "laureat winner revoke --contest \(entry.contest) --entry \(entry)" + nomination + award
    return Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "протокол № \(told.minutes) составлен здесь, и \(told.award.russian) по нему в силе",
        en: "the protocol \(told.minutes) was drawn up here, and its \(told.award.english) stands"),
      advice: LocalizedText(
        ru: "если это отменено, отмените и здесь: \(command)", en: "if it was revoked, revoke it here: \(command)"),
      field: "earlierPlace")
  }

  static func revokedBeforeGiven(_ told: ProtocolResult.EarlierPlace, _ given: Day) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "\(told.award.russian) отменено раньше, чем присуждено: протокол № \(told.minutes) от \(given.dotted)",
        en: "\(told.award.english) was revoked before it was given: the protocol \(told.minutes) is of \(given.worded)"),
      advice: LocalizedText(
        ru: "попросите организатора проверить день отмены", en: "ask the organiser to check the day of the revocation"),
      field: "earlierPlace/@revokedOn")
  }

  static func standsStill(_ held: StoredWinner) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "место заявки \(held.registration) отдано другой, а об отмене его ничего не сказано",
        en: "the place of \(held.registration) is given to another, and nothing says that it was revoked"),
      advice: LocalizedText(
        ru:
          "примите сначала протоколы, составленные между № \(held.winner.minutes.number) и этим; если их нет, попросите организатора отменить место и выгрузить протокол заново",
        en:
          "first take in the protocols between \(held.winner.minutes.number) and this one; if there are none, ask the organiser to revoke the place and to export the protocol anew"
      ))
  }
}
