internal import Contests
internal import Primitives

// What a protocol tells of places given before it or taken back since, and what cannot have been so.

extension Wording {
  static func revokedBeforeGiven(_ day: Day, given: Day, field: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "место или приз отменены \(day.dotted), а присуждены позже: протокол от \(given.dotted)",
        en: "a place or prize was revoked on \(day.worded), before the protocol of \(given.worded) gave it"),
      advice: askOrganiser, field: field)
  }

  static func movedNowhere(field: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "место отменено потому, что заявка получила другое, а другого, которое освободилось, в протоколе нет",
        en: "the place was given up for another, and the protocol has no other that had become free"),
      advice: askOrganiser, field: field)
  }

  static func placeGivenTooOften(
    _ place: Int, minutes: String, times: Int, prizes: Int, field: String
  ) -> Diagnostic {
    Diagnostic(
      ContestCode.placeTaken,
      LocalizedText(
        ru: "по файлу протокол № \(minutes) присудил \(place)-е место заявкам: \(times), а призов за него: \(prizes)",
        en: "by the file, protocol \(minutes) gave place \(place) to \(times) entries, and its prizes are \(prizes)"),
      advice: askOrganiser, field: field)
  }

  static func earlierPlaceUnanswered(_ minutes: String, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.revokedPlacesOpen,
      LocalizedText(
        ru: "номинация решена, а что стало с местом по протоколу № \(minutes), в решении не сказано",
        en: "the nomination is decided, and the decision does not say what becomes of the place by protocol \(minutes)"),
      advice: askOrganiser, field: field)
  }

  static func standsThoughAnew(field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.standingPlaceDiffers,
      LocalizedText(
        ru: "номинация решена заново, а прежнее место заявки не отменено",
        en: "the nomination is decided anew, and a place of before was not revoked"),
      advice: askOrganiser, field: field)
  }
}
