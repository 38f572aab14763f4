import Contests
import Primitives

/// `vesna=Весна в шахтерском крае`.
enum TypedNomination {
  static func parse(_ text: String) throws -> Nomination {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let takesNone = parts.first?.hasSuffix("+") ?? false
    guard parts.count == 2, let id = Identifier(takesNone ? String(parts[0].dropLast()) : parts[0]) else {
      throw Failure.usage(
        LocalizedText(ru: "номинация пишется id=название", en: "a nomination is written id=title"))
    }
    return Nomination(id: id, title: try TypedText.line(parts[1]), acceptsApplications: !takesNone)
  }
}

/// `1:2=Диплом I степени`, or `5=Приз зрителей`.
enum TypedPrize {
  static func parse(_ text: String) throws -> Prize {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let written = parts.first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let numbers = written.compactMap { Int($0) }.filter(TypedNumber.counts.contains)
    guard parts.count == 2, numbers.count == written.count, (1...2).contains(numbers.count),
      let quantity = numbers.last
    else {
      throw Failure.usage(
        LocalizedText(
          ru: "приз пишется место:число=название или число=название",
          en: "a prize is written rank:quantity=title or quantity=title"))
    }
    return Prize(rank: numbers.count == 2 ? numbers[0] : nil, title: try TypedText.line(parts[1]), quantity: quantity)
  }
}
