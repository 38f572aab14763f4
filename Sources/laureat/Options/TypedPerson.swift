import ArgumentParser
import Primitives

/// Somebody who takes part, as typed: `Иванов Иван`, `Иванов Иван, 2011-05-06`.
struct TypedPerson: ExpressibleByArgument {
  var person: Person

  init?(argument: String) {
    let comma = argument.lastIndex(of: ",")
    let name = comma.map { argument[..<$0] } ?? argument[...]
    guard let typed = try? TypedText.line(String(name)) else { return nil }
    person = Person(name: typed)
    if let comma {
      let day = argument[argument.index(after: comma)...].drop(while: \.isWhitespace)
      guard let birthDay = Day(argument: String(day)) else { return nil }
      person.birthDay = birthDay
    }
  }
}
