internal import Primitives

/// How a value is written, by the element or attribute it stands in: advice on one that is not written so.
enum FormAdvice {
  /// - Parameter path: Of the element or attribute at fault, such as `/applications/application[3]/@id`.
  /// - Returns: nil for plain text, which has no form.
  static func advice(at path: String?) -> LocalizedText? {
    let steps = (path ?? "").split(separator: "/").map { step in
      String(step.prefix { $0 != "[" }.drop { $0 == "@" })
    }
    guard let name = steps.last else { return nil }
    let form = steps.dropLast().last.flatMap { exceptions["\($0)/\(name)"] } ?? forms[name]
    return form?.text
  }

  fileprivate enum Form {
    case day, instant, year, money, currency, inn, kpp, ogrn, oktmo, identifier, uuid, digest
    case count, decimal, flag, quorum, mediaType, unitCode, plain
  }

  private static let names: [(Form, String)] = [
    (.day, "actualOn approvedOn awardedOn birthDay closes date end judging opens plannedOn receivedOn results start"),
    (.instant, "createdAt receivedAt submittedAt"),
    (.year, "year"),
    (
      .money,
      "amount applied attracted awarded balance coFinancing controlSum own planned price prizeFund received refunded "
        + "requested spent value"
    ),
    (.currency, "currency"),
    (.inn, "inn"), (.kpp, "kpp"), (.ogrn, "ogrn"), (.oktmo, "oktmo"),
    (.identifier, "contest criterion entry id juror line nomination"),
    (.uuid, "messageID referenceMessageID"),
    (.digest, "decisionDigest scoresDigest sha256"),
    (
      .count,
      "accepted admitted column correctionNumber count maximum minimum minimumEntries outOf place rank recordCount "
        + "rejected selected size submitted unchanged updated warnings works"
    ),
    (.decimal, "actual passMark points quantity total weight"),
    (
      .flag,
      "acceptsApplications blind erased given oneWinPerParticipant placesByAgeGroup present sharedPlaces test wonBefore"
    ),
    (.quorum, "quorum"),
    (.mediaType, "mediaType"),
    (.unitCode, "unitCode"),
  ]

  private static let forms: [String: Form] = Dictionary(
    names.flatMap { form, names in names.split(separator: " ").map { (String($0), form) } },
    uniquingKeysWith: { first, _ in first })

  /// Names that mean something else in these parents.
  private static let exceptions: [String: Form] = [
    "achievement/value": .decimal, "criterion/maximum": .decimal, "indicator/planned": .decimal,
    "prize/quantity": .count, "protocol/received": .count, "reason/line": .count, "record/number": .count,
    "project/nomination": .plain, "record/id": .plain,
  ]
}

extension FormAdvice.Form {
  fileprivate var text: LocalizedText? {
    switch self {
    case .day:
      LocalizedText(
        ru: "дата пишется ГГГГ-ММ-ДД, например 2020-03-01, и должна быть в календаре",
        en: "write a day of the calendar as YYYY-MM-DD, such as 2020-03-01")
    case .instant:
      LocalizedText(
        ru: "дата и время пишутся со смещением от UTC: 2020-03-01T18:00:00+07:00",
        en: "write day and time with the offset from UTC: 2020-03-01T18:00:00+07:00")
    case .year: LocalizedText(ru: "год пишется четырьмя цифрами: 2020", en: "write the year in four digits: 2020")
    case .money:
      LocalizedText(
        ru: "сумма пишется цифрами без пробелов, точка и две цифры копеек: 1300000.00",
        en: "write the amount in digits without spaces, a point and two digits: 1300000.00")
    case .currency:
      LocalizedText(
        ru: "валюта пишется тремя заглавными латинскими буквами: RUB", en: "write the currency in three capitals: RUB")
    case .inn:
      LocalizedText(
        ru: "ИНН — 10 цифр у организации, 12 у гражданина", en: "an ИНН has 10 digits, a person's 12")
    case .kpp: LocalizedText(ru: "КПП — девять знаков: 424201001", en: "a КПП has nine characters: 424201001")
    case .ogrn:
      LocalizedText(
        ru: "ОГРН — 13 цифр у организации, 15 у предпринимателя", en: "an ОГРН has 13 digits, a sole trader's 15")
    case .oktmo: LocalizedText(ru: "код ОКТМО — 8 или 11 цифр", en: "a code of ОКТМО has 8 or 11 digits")
    case .identifier:
      LocalizedText(
        ru: "обозначение — до 64 знаков без пробелов и без знаков / & | ?",
        en: "an identifier has at most 64 characters, no space and none of / & | ?")
    case .uuid:
      LocalizedText(
        ru: "номер сообщения — UUID строчными буквами: 6ad45529-2fe5-5f5a-aeff-ca5b0cecaf09",
        en: "write a UUID in lower case: 6ad45529-2fe5-5f5a-aeff-ca5b0cecaf09")
    case .digest:
      LocalizedText(
        ru: "SHA-256 пишется 64 шестнадцатеричными цифрами, буквы строчные",
        en: "write SHA-256 as 64 hexadecimal digits in lower case")
    case .count:
      LocalizedText(
        ru: "пишется целое число без знака и пробелов: 12", en: "write a whole number without sign or spaces: 12")
    case .decimal:
      LocalizedText(
        ru: "число пишется с точкой и не более чем четырьмя знаками после неё: 12.5",
        en: "write the number with a point and at most four digits after it: 12.5")
    case .flag: LocalizedText(ru: "пишется true (да) или false (нет)", en: "write true or false")
    case .quorum: LocalizedText(ru: "кворум пишется дробью: 2/3", en: "write the quorum as a fraction: 2/3")
    case .mediaType:
      LocalizedText(ru: "вид файла пишется так: application/pdf", en: "write the kind of file so: application/pdf")
    case .unitCode:
      LocalizedText(
        ru: "код единицы по ОКЕИ — три или четыре цифры: 796", en: "a code of ОКЕИ has three or four digits: 796")
    case .plain: nil
    }
  }
}
