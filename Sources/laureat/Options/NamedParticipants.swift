import Contests
import Exchange
import Primitives

/// The people of an entry as a command names them: by name, and by birth day where it is given.
extension Participants {
  /// Whoever is known by name gets the birth day and keeps everything else; the others are new.
  ///
  /// - Throws: ``Failure`` where it could be either of two namesakes.
  mutating func name(_ typed: [Person]) throws {
    var unnamed = Array(people.indices)
    var rest: [Person] = []
    for person in typed {
      if let known = unnamed.firstIndex(where: {
        people[$0].isNamesake(of: person) && people[$0].birthDay == person.birthDay
      }) {
        unnamed.remove(at: known)
      } else {
        rest.append(person)
      }
    }
    while let person = rest.first {
      let namesakes = unnamed.filter { people[$0].isNamesake(of: person) }
      let undated = namesakes.filter { people[$0].birthDay == nil }
      let candidates = undated.isEmpty ? namesakes : undated
      if let birthDay = person.birthDay, let known = candidates.first {
        guard candidates.count <= rest.count(where: person.isNamesake(of:)) else { throw Failure.severalNamesakes }
        people[known].birthDay = birthDay
      }
      if let known = candidates.first { unnamed.removeAll { $0 == known } } else { people.append(person) }
      rest.removeFirst()
    }
    count = max(count, people.count)
  }

  /// Where everybody was named, there is one fewer of them.
  ///
  /// - Throws: ``Failure`` where nobody is called so, or several are.
  mutating func remove(_ typed: Person) throws {
    let found = people.indices.filter { index in
      people[index].isNamesake(of: typed) && (typed.birthDay == nil || people[index].birthDay == typed.birthDay)
    }
    guard let first = found.first else { throw Failure.unknownParticipant }
    if found.count > 1, typed.birthDay == nil { throw Failure.severalNamesakes }
    if count == people.count { count -= 1 }
    people.remove(at: first)
  }
}

extension Entry {
  mutating func removeParticipants(_ typed: [Person]) throws {
    if typed.isEmpty { return }
    var left = participants ?? Participants(count: 0)
    for person in typed { try left.remove(person) }
    // Where nobody is left, it is not known how many there are.
    participants = left.count == 0 ? nil : left
  }
}

extension Party {
  /// The applicant under the name that is typed; who has it already keeps everything else.
  func renamed(to typed: Party) -> Party {
    switch (self, typed) {
    case (.person(var known), .person(let person)) where known.isNamesake(of: person):
      known.name = person.name
      return .person(known)
    case (.group(let title, let contact), .group(let typed, nil)) where title.isLooselyEqual(to: typed):
      return .group(title: typed, contact: contact)
    default: return typed
    }
  }
}

extension Person {
  fileprivate func isNamesake(of other: Person) -> Bool { name.isLooselyEqual(to: other.name) }
}

// Nobody's name is told: it is in the command.
extension Failure {
  fileprivate static var severalNamesakes: Failure {
    .usage(
      LocalizedText(
        ru: "в заявке несколько участников с таким именем, и неясно, о ком речь",
        en: "several participants of the entry have this name, and it is not clear who is meant"),
      advice: LocalizedText(
        ru: "назовите всех тёзок с датами рождения или уберите лишнего: --remove-participant \"Имя, \(dayForm)\"",
        en: "name all of them with their birth days, or remove one: --remove-participant \"Name, \(dayForm)\""))
  }

  fileprivate static var unknownParticipant: Failure {
    .usage(
      LocalizedText(
        ru: "участника с таким именем и датой рождения в заявке нет",
        en: "the entry has no participant of this name and birth day"),
      advice: LocalizedText(
        ru: "сверьте с заявкой: --remove-participant принимает имя так, как оно записано, дату рождения — по желанию",
        en: "compare with the entry: --remove-participant takes the name as it is recorded, and may leave out the day"))
  }
}
