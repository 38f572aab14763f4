package import Contests
import Primitives

/// What one diploma says: who gets it, for what, and what it can be checked by.
package struct Diploma: Hashable, Sendable {
  /// What a diploma is given for.
  package enum Kind: Hashable, Sendable {
    case place(Int)
    case prize(String)
    case participant
  }

  /// The contest as diplomas name it.
  package struct Occasion: Hashable, Sendable {
    package var title: String
    package var year: Int
    package var edition: String?
    package var level: Level
    package var organiser: String

    package init(title: String, year: Int, edition: String? = nil, level: Level, organiser: String) {
      self.title = title
      self.year = year
      self.edition = edition
      self.level = level
      self.organiser = organiser
    }
  }

  package var kind: Kind
  /// What the prize of a place is called; nil where places are given without.
  package var prize: String?
  package var number: String
  package var occasion: Occasion
  package var nomination: String?
  /// «возрастная группа «Младшие» (7–10 лет)»; nil where a place is not that of an age group.
  package var ageGroup: String?
  /// In full: a diploma is handed to whom it names.
  package var name: String
  /// As the person or the office stated it; never guessed.
  package var dative: String?
  package var institution: String?
  package var leader: String?
  package var work: String?
  /// The minutes it is given by; nil before there are any.
  package var minutes: ProtocolReference?
  /// What the code at the bottom says.
  package var code: String
  /// Who signs where the design names nobody.
  package var signatories: [ResultsProtocol.Signatory]

  package init(
    _ kind: Kind, prize: String? = nil, number: String, occasion: Occasion, nomination: String? = nil,
    ageGroup: String? = nil, name: String, dative: String? = nil, institution: String? = nil, leader: String? = nil,
    work: String? = nil, minutes: ProtocolReference? = nil,
    code: String, signatories: [ResultsProtocol.Signatory] = []
  ) {
    self.kind = kind
    self.prize = prize
    self.number = number
    self.occasion = occasion
    self.nomination = nomination
    self.ageGroup = ageGroup
    self.name = name
    self.dative = dative
    self.institution = institution
    self.leader = leader
    self.work = work
    self.minutes = minutes
    self.code = code
    self.signatories = signatories
  }
}
