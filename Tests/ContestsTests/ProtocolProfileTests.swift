import Contests
import Primitives
import Testing

/// What protocols tell of people under the profiles of an export.
struct ProtocolProfileTests {
  /// As if the key were known to all: the digest begins with the bytes of the text's end.
  static let pseudonyms = Pseudonyms { text in Array(Array(text.utf8).reversed() + Array(repeating: 0, count: 8)) }

  static let minutes = ResultsProtocol(
    number: "1", date: "2020-04-15", contestTitle: "Тепло твоих рук",
    organiser: Organisation(id: "city", title: "Город", contact: Contact(phone: "+7 384 000-00-01")),
    level: .municipal, year: 2020,
    attendance: [.init(juror: "j1", name: "Судейкин Пётр", role: .chair, post: "художник")],
    decisions: [.init(nomination: "eco", outcome: .noWinner, note: "Тайнова не пришла")],
    tieDecisions: [
      .init(method: .vote, entries: ["a-1", "b-1"], reason: "Тайнова младше"),
      .init(method: .vote, entries: ["gone"], reason: "нет"),
    ],
    jury: [Juror(id: "j1", name: "Судейкин Пётр", role: .chair)], signatories: [.init(name: "Судейкин Пётр")],
    extensions: "<x/>")

  static let result = ProtocolResult(
    id: "a-1", title: "Птичий дом", applicant: "Тайнова М.", source: .init(sender: "school", id: "17"),
    isAdmitted: false, reason: "мать Тайновой против", awards: [.init(place: 1, prize: "диплом Тайновой")],
    note: "позвонить", extensions: "<x/>")

  static let entry = Entry.clean.with {
    $0.applicant = .person(Person(name: "Тайнова Мария Петровна", birthDay: "2012-02-03"))
  }

  @Test func `the jury of a pseudonymised protocol is the same person wherever it stands`() {
    let minutes = Self.minutes.pseudonymised(by: Self.pseudonyms)
    let name = minutes.attendance[0].name
    #expect(name.hasPrefix("Лицо "))
    #expect(minutes.jury[0].name == name)
    #expect(minutes.signatories[0].name == name)
    #expect(minutes.attendance[0].post == nil)
    #expect(minutes.organiser.contact == nil)
    #expect(minutes.tieDecisions.count == 2)
    #expect(minutes.tieDecisions[0].entries.contains(Self.pseudonyms.identifier("a-1")))
    #expect(!String(describing: minutes).contains("Тайнов"))
  }

  @Test func `a published protocol calls entries by number and leaves out those it cannot`() {
    let minutes = Self.minutes.published { ["a-1": 1, "b-1": 2][$0] }
    #expect(minutes.tieDecisions.map(\.entries) == [["1", "2"]])
    #expect(minutes.decisions[0].note == nil)
    #expect(minutes.extensions == nil)
    #expect(minutes.signatories == Self.minutes.signatories)
    #expect(!String(describing: minutes).contains("Тайнов"))
  }

  @Test func `a result tells its figures and none of its words`() {
    let hidden = Self.result.pseudonymised(by: Self.pseudonyms, of: Self.entry)
    let published = Self.result.published(of: Self.entry, as: 7, by: .full)
    for result in [hidden, published] {
      #expect(result.awards.map(\.place) == [1])
      #expect(result.awards[0].prize == Neutral.text)
      #expect(result.reason == Neutral.text)
      #expect(result.note == nil)
      #expect(result.extensions == nil)
      #expect(!String(describing: result).contains("Тайнов"))
    }
    #expect(hidden.source?.sender == "school")
    #expect(hidden.source?.id != "17")
    #expect(published.source == nil)
    #expect(published.id == "7")
    #expect(published.applicant == "Участник № 7")
  }

  @Test func `an entrepreneur is hidden, an institution is not`() throws {
    let entrepreneur = Organisation(
      id: "RU-INN-500100732259", title: "ИП Тайнова", inn: try INN("500100732259"))
    var entry = Entry.clean
    entry.applicant = .organisation(entrepreneur)
    #expect(entry.published(as: 7, by: .full).applicant.title == "Участник № 7")
    #expect(!String(describing: entry.pseudonymised(by: Self.pseudonyms)).contains("500100732259"))
    #expect(Entry.clean.published(as: 7, by: .none).applicant == .organisation(.school))
  }
}
