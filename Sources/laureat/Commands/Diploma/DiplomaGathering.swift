import Contests
import Exchange
import Primitives
import Reports
import Storage

/// Which diplomas of a contest are wanted.
struct DiplomaSelection {
  var kinds: Set<DiplomaDesign.Occasion>
  /// An entry by whatever it is called; nil for all.
  var entry: String?
  /// Only what these minutes decided.
  var minutes: String?
  /// One for each person of an entry, rather than one for the entry.
  var each: Bool
}

/// A diploma with the entry it belongs to.
struct GatheredDiploma {
  var registration: Registration
  var diploma: Diploma
}

/// Gathers what diplomas say out of the store.
struct DiplomaGathering {
  private let contest: Contest
  private let session: Session
  private let selection: DiplomaSelection
  private let occasion: Diploma.Occasion
  private let protocols: [StoredProtocol]
  /// Every award of the contest by its entry, revoked ones among them: they keep their numbers.
  private let awards: [Registration: [StoredWinner]]
  private let datives: DiplomaNames

  private(set) var gathered: [GatheredDiploma] = []
  /// Entries whose people were erased.
  private(set) var erased = 0

  init(_ contest: Contest, _ selection: DiplomaSelection, names: DiplomaNames, in session: Session) throws {
    self.contest = contest
    self.session = session
    self.selection = selection
    datives = names
    occasion = Diploma.Occasion(
      title: contest.title, year: contest.year, edition: contest.edition, level: contest.level,
      organiser: contest.organiser.title)
    protocols = try session.protocols.list(contest: contest.id)
    awards = Dictionary(grouping: try session.winners.list(contest: contest.id), by: \.registration)
      .mapValues { $0.sorted { $0.id < $1.id } }
  }

  /// - Throws: ``Failure`` where there is nothing to give a diploma for.
  mutating func gather() throws {
    if let number = selection.minutes, !protocols.contains(where: { $0.minutes.number == number }) {
      throw Failure.refused(
        ContestCode.unknownProtocol,
        LocalizedText(
          ru: "протокола № \(number) у конкурса \(contest.id) нет",
          en: "the contest \(contest.id) has no minutes \(number)"),
        advice: LocalizedText(
          ru: "проверьте --protocol; решения: laureat winner list --contest \(contest.id)",
          en: "check --protocol; see the decisions: laureat winner list --contest \(contest.id)"))
    }
    if let entry = selection.entry {
      add(try session.entry(entry, in: contest.id))
    } else if selection.kinds.contains(.participant) {
      var stored: [StoredEntry] = []
      try session.entries.each(in: contest.id) { stored.append($0) }
      stored.forEach { add($0) }
    } else {
      for registration in awards.keys.sorted() { add(try session.entry(registration)) }
    }
    if gathered.isEmpty { throw nothingToAward }
  }

  private var nothingToAward: Failure {
    let advice =
      if erased > 0 {
        LocalizedText(
          ru: "личные данные этих заявок уничтожены", en: "the personal data of these entries were erased")
      } else if selection.kinds == [.participant] {
        LocalizedText(
          ru: "диплом участника получают допущенные заявки: laureat entry admit",
          en: "admitted entries get a diploma of participation: laureat entry admit")
      } else {
        LocalizedText(
          ru: "сначала запишите победителей: laureat winner record",
          en: "record the winners first: laureat winner record")
      }
    return Failure.refused(
      DiplomaFault.nothingToAward,
      LocalizedText(ru: "дипломы выдавать некому", en: "there is nobody to give a diploma to"), advice: advice)
  }

  private mutating func add(_ stored: StoredEntry) {
    if stored.entry.isErased {
      erased += 1
      return
    }
    for (index, award) in (awards[stored.registration] ?? []).enumerated() where award.revoked == nil {
      guard selection.minutes == nil || selection.minutes == award.winner.minutes.number else { continue }
      let kind: Diploma.Kind =
        award.winner.place.map { .place($0) } ?? .prize(award.winner.prize ?? award.nominationTitle ?? contest.title)
      guard selection.kinds.contains(kind.occasion) else { continue }
      let number = "\(stored.registration)-\(index + 1)"
      let minutes = award.winner.minutes
      let prize =
        award.winner.prize ?? contest.prizeTitle(ofPlace: award.winner.place, in: award.winner.nomination)
      let holders = selection.each ? Holder.each(of: stored.entry) : [Holder(applicantOf: stored.entry)]
      for (place, holder) in holders.enumerated() {
        add(
          kind, prize: prize, to: holder, of: stored, number: selection.each ? "\(number).\(place + 1)" : number,
          nomination: award.winner.nomination, minutes)
      }
    }
    guard selection.kinds.contains(.participant), stored.status.isAdmitted else { return }
    let holders = selection.each ? Holder.each(of: stored.entry) : Holder.named(of: stored.entry)
    for (place, holder) in holders.enumerated() {
      add(
        .participant, prize: nil, to: holder, of: stored, number: "\(stored.registration)-u\(place + 1)",
        nomination: stored.entry.nomination, lastMinutes)
    }
  }

  /// The chosen minutes, else the last: they name everybody who took part.
  private var lastMinutes: ProtocolReference? {
    protocols.last { selection.minutes == nil || $0.minutes.number == selection.minutes }?.minutes.reference
  }

  private mutating func add(
    _ kind: Diploma.Kind, prize: String?, to holder: Holder, of stored: StoredEntry, number: String,
    nomination: Identifier?, _ minutes: ProtocolReference?
  ) {
    let code = DiplomaCode(
      number: number, kind: kind, prize: prize, name: holder.name, nomination: nomination, contest: contest,
      minutes: minutes)
    let diploma = Diploma(
      kind, prize: prize, number: number, occasion: occasion, nomination: nomination.flatMap(contest.nomination)?.title,
      ageGroup: ageGroup(of: kind, in: contest.division(nomination: nomination, ageGroup: stored.entry.ageGroup)),
      name: holder.name, dative: datives.dative(of: holder.name, in: stored.registration),
      institution: holder.institution, leader: holder.leader, work: stored.entry.title, minutes: minutes,
      code: code.text, signatories: chair(minutes))
    gathered.append(GatheredDiploma(registration: stored.registration, diploma: diploma))
  }

  /// Places alone are those of an age group.
  private func ageGroup(of kind: Diploma.Kind, in division: Division) -> String? {
    guard case .place = kind else { return nil }
    return Format.ageGroup(of: division, in: contest, Speech.language)
  }

  /// The chair as the minutes name him, else the contest.
  private func chair(_ minutes: ProtocolReference?) -> [ResultsProtocol.Signatory] {
    let title = Format.name(Juror.Role.chair, Speech.language)
    let post = title.prefix(1).uppercased() + title.dropFirst()
    let stored = protocols.last { $0.minutes.reference == minutes }?.minutes
    let name =
      stored?.attendance.first { $0.role == .chair && $0.isPresent }?.name
      ?? stored?.jury.first { $0.role == .chair }?.name ?? contest.jury.first { $0.role == .chair }?.name
    return name.map { [ResultsProtocol.Signatory(name: $0.asSigned, post: post)] } ?? []
  }
}

/// Whom a diploma names.
private struct Holder {
  var name: String
  var institution: String?
  var leader: String?

  init(applicantOf entry: Entry) {
    self.init(entry.applicant, leader: entry.leader)
  }

  private init(_ party: Party, leader: String?) {
    name = party.title
    self.leader = leader
    if case .person(let person) = party {
      institution = person.placeOfStudy
      self.leader = person.leader ?? leader
    }
  }

  private init(_ person: Person, _ entry: Entry) {
    name = person.name
    institution = person.placeOfStudy
    leader = person.leader ?? entry.leader
  }

  /// The people, or who applied where none is named.
  static func named(of entry: Entry) -> [Holder] {
    let people = entry.participants?.people ?? []
    return people.isEmpty ? [Holder(applicantOf: entry)] : people.map { Holder($0, entry) }
  }

  /// As many as took part; those who are not named get one in the applicant's name.
  static func each(of entry: Entry) -> [Holder] {
    let people = (entry.participants?.people ?? []).map { Holder($0, entry) }
    let unnamed = max(entry.participants?.count ?? 0, 1) - people.count
    return people + (unnamed > 0 ? Array(repeating: Holder(applicantOf: entry), count: unnamed) : [])
  }
}

extension Person {
  /// «МБОУ «СОШ № 9», 3 «Б» класс».
  fileprivate var placeOfStudy: String? {
    let parts = [institution, schoolClass].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Diploma.Kind {
  var occasion: DiplomaDesign.Occasion {
    switch self {
    case .place: .winner
    case .prize: .prize
    case .participant: .participant
    }
  }
}
