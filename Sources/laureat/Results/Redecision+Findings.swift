import Contests
import Exchange
import Primitives

extension Diagnostic {
  private static func name(_ nomination: Identifier?, of contest: Contest) -> (russian: String, english: String) {
    let title = contest.title(of: nomination)
    return (
      title.map { "в номинации «\($0)»" } ?? "в конкурсе", title.map { "in the nomination “\($0)”" } ?? "in the contest"
    )
  }

  private static func name(_ numbers: [String]) -> (russian: String, english: String) {
    let list = numbers.joined(separator: ", ")
    return numbers.count > 1 ? ("протоколы № \(list)", "protocols \(list)") : ("протокол № \(list)", "protocol \(list)")
  }

  /// - Parameter numbers: Those of the protocols, in their order.
  static func allPlacesRecorded(by numbers: [String], _ contest: Identifier) -> Diagnostic {
    let (russian, english) = name(numbers)
    return Diagnostic(
      ContestCode.alreadyRecorded, .error,
      LocalizedText(ru: "все места уже записаны: \(russian)", en: "all places are recorded: \(english)"),
      advice: LocalizedText(
        ru:
          "посмотреть: laureat winner list --contest \(contest); чтобы решить иначе, отмените места (laureat winner revoke) и укажите, что с ними делать: --move-up, --vacant или --anew",
        en:
          "see them: laureat winner list --contest \(contest); to decide otherwise, revoke places (laureat winner revoke) and say what becomes of them: --move-up, --vacant or --anew"
      ))
  }

  static func placesRecorded(in nomination: Identifier?, by numbers: [String], of contest: Contest) -> Diagnostic {
    let (place, minutes) = (name(nomination, of: contest), name(numbers))
    return Diagnostic(
      ContestCode.alreadyRecorded, .error,
      LocalizedText(
        ru: "\(place.russian) решение о местах уже записано: \(minutes.russian)",
        en: "the decision on places \(place.english) is recorded: \(minutes.english)"),
      advice: LocalizedText(
        ru: "уберите --withhold и --no-winner этой номинации либо сначала отмените её места: laureat winner revoke",
        en: "leave out its --withhold and --no-winner, or revoke its places first: laureat winner revoke"))
  }

  static func placesTypedIn(in nomination: Identifier?, by numbers: [String], of contest: Contest) -> Diagnostic {
    let (place, minutes) = (name(nomination, of: contest), name(numbers))
    return Diagnostic(
      ContestCode.alreadyRecorded, .warning,
      LocalizedText(
        ru: "\(place.russian) места записаны по одному (\(minutes.russian)): --all здесь ничего не решает",
        en: "places \(place.english) were recorded one by one (\(minutes.english)): --all decides nothing here"),
      advice: LocalizedText(
        ru: "если записаны не все, остальные запишите так же: laureat winner record --entry … --place …",
        en: "where some are missing, record them in the same way: laureat winner record --entry … --place …"))
  }

  static func revokedPlacesOpen(in nomination: Identifier?, of contest: Contest) -> Diagnostic {
    let (russian, english) = name(nomination, of: contest)
    let id = nomination ?? contest.id
    return Diagnostic(
      ContestCode.revokedPlacesOpen, .error,
      LocalizedText(
        ru: "\(russian) отменены места, а что с ними делать, не указано",
        en: "places \(english) were revoked, and nothing says what becomes of them"),
      advice: LocalizedText(
        ru:
          "с --all: места переходят следующим — --move-up \(id); остаются свободными — --vacant \(id); решаются заново — --anew \(id)",
        en:
          "with --all: the next ones move up: --move-up \(id); they stay vacant: --vacant \(id); decide anew: --anew \(id)"
      ))
  }

  static func beforeRevocation(
    in nomination: Identifier?, _ day: Day, of contest: Contest
  ) -> Diagnostic {
    let (russian, english) = name(nomination, of: contest)
    return Diagnostic(
      ExchangeCode.illegalHistory, .error,
      LocalizedText(
        ru: "место \(russian) отменено \(day.dotted), позже даты протокола",
        en: "a place \(english) was revoked on \(day.worded), after the day of the protocol"),
      advice: LocalizedText(ru: "проверьте --date", en: "check --date"))
  }

  static func noRevokedPlaces(in nomination: Identifier?, of contest: Contest) -> Diagnostic {
    let (russian, english) = name(nomination, of: contest)
    return Diagnostic(
      ContestCode.noRevokedPlaces, .error,
      LocalizedText(
        ru: "\(russian) нет отменённых мест, по которым ещё нет решения",
        en: "no revoked place \(english) is still to be decided on"),
      advice: LocalizedText(
        ru: "уберите --move-up, --vacant или --anew либо сначала отмените место: laureat winner revoke",
        en: "leave out --move-up, --vacant or --anew, or revoke a place first: laureat winner revoke"))
  }

  static func placeStands(_ entry: Registration, _ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.standingPlaceDiffers, .error,
      LocalizedText(
        ru: "номинацию решают заново, только когда отменены все её места, а место заявки \(entry) в силе",
        en: "a nomination is decided anew only once all its places are revoked, and that of \(entry) stands"),
      advice: LocalizedText(
        ru: "отмените и его: laureat winner revoke --contest \(contest) --entry \(entry)",
        en: "revoke it too: laureat winner revoke --contest \(contest) --entry \(entry)"))
  }

  static func standingPlaceDiffers(_ entry: String, _ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.standingPlaceDiffers, .error,
      LocalizedText(
        ru: "место заявки \(entry) не совпадает с тем, что дают листы и правила",
        en: "the place of \(entry) is not what the sheets and rules give"),
      advice: LocalizedText(
        ru:
          "сверьте: laureat winner list и laureat ranking show --contest \(contest); если решать заново, отмените все места и укажите --anew",
        en: "compare laureat winner list with laureat ranking show --contest \(contest); or revoke all, and --anew"))
  }

  static func protocolDecidedOthers(_ number: String) -> Diagnostic {
    Diagnostic(
      ContestCode.alreadyRecorded, .error,
      LocalizedText(
        ru: "протоколом № \(number) решены другие номинации: он доказывает решения по ним, новых в него не вписывают",
        en: "the protocol \(number) decided other nominations: it proves these decisions, and takes no new ones"),
      advice: LocalizedText(ru: "укажите другой номер: --protocol", en: "give another number: --protocol"))
  }

  static func protocolIsTaken(_ number: String) -> Diagnostic {
    Diagnostic(
      ContestCode.alreadyRecorded, .error,
      LocalizedText(
        ru: "протокол № \(number) уже есть, а решение после отмены мест записывают новым",
        en: "there is a protocol \(number), and what follows a revocation is recorded as a new one"),
      advice: LocalizedText(ru: "укажите другой номер: --protocol", en: "give another number: --protocol"))
  }
}
