import Primitives
import Testing

@testable import Contests

struct PublicNameTests {
  @Test(arguments: [
    ("Тайнова Мария Петровна", "Мария Т."), ("Мария Петровна Тайнова", "Мария Т."), ("Тайнова Мария", "Мария Т."),
    ("Мария Тайнова", "Мария Т."),
    ("Ёлкин Петр", "Петр Ё."), ("Роман Тимур", "Р. Т."), ("Тайнов Ы", "Т. Ы."),
    ("Ли Ян", "Л. Я."), ("Тайнов Илья Ильич", "Илья Т."), ("Мамедов Али Вагиф оглы", "М. А. В. о."), ("Мария", "М."),
    ("Кузьмич Илья Фомич", "Илья К."),
  ])
  func `a shortened name never shows a surname`(name: String, short: String) {
    #expect(PublicName.minimised(name) == short)
  }

  @Test(arguments: [
    ("Семья Тайновых", "Семья Т."), ("семья", "семья"), ("Ансамбль «Родничок»", "Ансамбль «Родничок»"),
    ("Мария Петровна и Илья", "Группа участников № 7"), ("Дети Тайновой", "Группа участников № 7"),
  ])
  func `a collective keeps its name, people that make one do not`(title: String, published: String) {
    var entry = Entry.clean
    entry.applicant = .group(title: title, contact: nil)
    entry.participants = Participants(count: 2, people: [Person(name: "Тайнова Мария")])
    entry.publicationConsent = Consent(isGiven: true)
    #expect(entry.published(as: 7, by: .minimised).applicant.title == published)
  }

  @Test(arguments: [
    ("Ансамбль «Каблучок»", "Ансамбль «Каблучок»"), ("Детский хор \"Радуга\"", "Детский хор \"Радуга\""),
    ("Семья «Тайновых»", "С. Т."), ("Тайнова «Каблучок»", "Т. К."),
    ("Ансамбль «Тайнова Мария Петровна»", "А. Т. М. П."),
  ])
  func `a title typed as a name is told, and nothing that may name somebody`(name: String, published: String) {
    var entry = Entry.clean
    entry.applicant = .person(Person(name: name))
    entry.publicationConsent = Consent(isGiven: true)
    #expect(entry.published(as: 7, by: .minimised).applicant.title == published)
  }

  @Test(arguments: [
    ("Иванова Алла Борисовна", "А. Б. Иванова"), ("Алла Борисовна Иванова", "А. Б. Иванова"),
    ("Зимина К. Л.", "К. Л. Зимина"), ("Зимина К.Л.", "К. Л. Зимина"), ("Зимина К.", "К. Зимина"),
    ("К. Л. Зимина", "К. Л. Зимина"), ("Зимина Клара", "К. Зимина"), ("Клара Зимина", "К. Зимина"),
    ("Юн Ив", "Юн Ив"), ("Роман Тимур", "Роман Тимур"), ("Комиссия", "Комиссия"),
  ])
  func `whoever signs has the initials before the surname`(name: String, signed: String) {
    #expect(name.asSigned.replacing("\u{A0}", with: " ") == signed)
  }

  @Test func `nothing is told without consent`() {
    for rule in ContestRules.Publication.allCases {
      #expect(PublicName(rule, given: nil).form(of: "Мария") == nil)
      #expect(PublicName(rule, given: Consent(isGiven: false)).form(of: "Мария") == nil)
    }
    #expect(PublicName(.full, given: Consent(isGiven: true)).form(of: "Мария") == "Мария")
  }
}
