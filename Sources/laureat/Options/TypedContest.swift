import ArgumentParser
import Contests
import Primitives

// Parts of a contest as they are typed: what stands before the `=` names the part, what stands after it is its title.

/// The two sides of `…=…`.
private struct TypedPart {
  let head: Substring
  let title: String
  private let form: String

  /// - Parameter form: How the part is written, for who wrote it otherwise.
  init(_ text: String, form: String) throws {
    self.form = form
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { throw ValidationError(form) }
    head = parts[0]
    title = String(parts[1])
  }

  var malformed: ValidationError { ValidationError(form) }

  /// `a,b` of `…@a,b`, and what stands before the `@`.
  func nominations() throws -> (head: Substring, nominations: [Identifier]) {
    let parts = head.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (head, []) }
    let names = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    let nominations = names.compactMap { Identifier(String($0)) }
    guard nominations.count == names.count else { throw malformed }
    return (parts[0], nominations)
  }
}

/// `vesna=Весна в шахтерском крае`.
enum TypedNomination {
  static func parse(_ text: String) throws -> Nomination {
    let part = try TypedPart(
      text, form: local(ru: "номинация пишется id=название", en: "a nomination is written id=title"))
    let takesNone = part.head.hasSuffix("+")
    guard let id = Identifier(String(takesNone ? part.head.dropLast() : part.head)) else { throw part.malformed }
    return Nomination(id: id, title: try TypedText.line(part.title), acceptsApplications: !takesNone)
  }
}

/// `1:2=Диплом I степени`, or `5=Приз зрителей`; with a nomination, `vesna/1:2=Диплом I степени`.
struct TypedPrize {
  let nomination: Identifier?
  let prize: Prize

  static func parse(_ text: String) throws -> TypedPrize {
    let part = try TypedPart(
      text,
      form: local(
        ru: "приз пишется место:число=название или число=название, для одной номинации — id/место:число=название",
        en: "a prize is written rank:quantity=title or quantity=title; for one nomination, id/rank:quantity=title"))
    let places = part.head.split(separator: "/", omittingEmptySubsequences: false)
    let nomination = places.count == 2 ? Identifier(String(places[0])) : nil
    let written = places.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let numbers = written.compactMap { Int($0) }.filter(TypedNumber.counts.contains)
    guard places.count == 1 || nomination != nil, places.count <= 2, numbers.count == written.count,
      (1...2).contains(numbers.count), let quantity = numbers.last
    else { throw part.malformed }
    return TypedPrize(
      nomination: nomination,
      prize: Prize(
        rank: numbers.count == 2 ? numbers[0] : nil, title: try TypedText.line(part.title), quantity: quantity))
  }
}

/// `vesna:7-10=Младшая группа`, `vesna:18+=Взрослые`, `vesna:-6=Малыши`, or a category without ages: `vesna=Семьи`.
struct TypedAgeGroup {
  let nomination: Identifier
  let group: AgeGroup

  static func parse(_ text: String) throws -> TypedAgeGroup {
    let part = try TypedPart(
      text,
      form: local(
        ru: "возрастная группа пишется номинация:7-10=название, номинация:18+=название или номинация=название",
        en: "an age group is written nomination:7-10=title, nomination:18+=title or nomination=title"))
    let parts = part.head.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let nomination = Identifier(String(parts[0])) else { throw part.malformed }
    var group = AgeGroup(title: try TypedText.short(part.title))
    if parts.count == 2 {
      guard let ages = ages(parts[1]) else { throw part.malformed }
      (group.minimumAge, group.maximumAge) = ages
    }
    return TypedAgeGroup(nomination: nomination, group: group)
  }

  private static func ages(_ text: Substring) -> (Int?, Int?)? {
    func age(_ digits: Substring) -> Int? {
      digits.allSatisfy(\.isASCII) ? Int(digits).flatMap { (0...150).contains($0) ? $0 : nil } : nil
    }
    if text.hasSuffix("+") { return age(text.dropLast()).map { ($0, nil) } }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let last = age(ends[1]) else { return nil }
    if ends[0].isEmpty { return (nil, last) }
    return age(ends[0]).map { ($0, last) }
  }
}

/// `idea=Идея`, `idea:5=Идея`, `idea:5:60=Идея`: the most points, and the share in percent; `@vesna` after it: only in
/// that nomination.
enum TypedCriterion {
  /// The scale where none is given.
  private static let usual = Points(10)

  static func parse(_ text: String) throws -> Criterion {
    let part = try TypedPart(
      text,
      form: local(
        ru: "критерий пишется id=название, id:наибольший балл=название или id:наибольший балл:вес=название",
        en: "a criterion is written id=title, id:maximum=title or id:maximum:weight=title"))
    let (head, nominations) = try part.nominations()
    let parts = head.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.dropFirst().compactMap { ExactDecimal(argument: $0) }
    guard (1...3).contains(parts.count), numbers.count == parts.count - 1, let id = Identifier(parts[0]) else {
      throw part.malformed
    }
    return Criterion(
      id: id, title: try TypedText.line(part.title), weight: numbers.count == 2 ? numbers[1] : nil,
      maximum: numbers.first ?? usual, nominations: nominations)
  }
}

/// `petrova:chair=Петрова А. А., директор школы`; `@vesna` before the `=`: judges only that nomination.
enum TypedJuror {
  static func parse(_ text: String) throws -> Juror {
    let part = try TypedPart(
      text,
      form: local(
        ru: "член жюри пишется id=имя, должность или id:роль=имя, должность; роль — chair, deputy, secretary, member",
        en: "a juror is written id=name, post or id:role=name, post; a role is chair, deputy, secretary or member"))
    let (head, nominations) = try part.nominations()
    let parts = head.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let role = parts.count == 2 ? Juror.Role(rawValue: parts[1]) : .member
    guard parts.count <= 2, let id = Identifier(parts[0]), let role else { throw part.malformed }
    let words = part.title.split(separator: ",", maxSplits: 1).map(String.init)
    return Juror(
      id: id, name: try TypedText.line(words.first ?? ""), role: role,
      post: try words.count == 2 ? TypedText.line(words[1]) : nil, nominations: nominations)
  }
}

/// A value of one nomination, `vesna=2`.
enum TypedOfNomination {
  static func parse<Value>(_ text: String, _ value: (String) -> Value?) throws -> (Identifier, Value) {
    let part = try TypedPart(
      text, form: local(ru: "пишется номинация=число", en: "it is written nomination=number"))
    guard let id = Identifier(String(part.head)), let value = value(part.title) else { throw part.malformed }
    return (id, value)
  }
}

/// `Лучшая практика`, or with the identifier of that contest, `praktika-2021=Лучшая практика`.
enum TypedLargerContest {
  static func parse(_ text: String) throws -> LargerContest {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, let id = Identifier(parts[0]) {
      return LargerContest(id: id, title: try TypedText.line(parts[1]))
    }
    return LargerContest(title: try TypedText.line(text))
  }
}
