/// Names that tell nothing of whom they stand for. The same person always gets the same one, and only who holds the key
/// behind it can tell whose it is.
///
/// Names are in Russian whatever the language of the program: they become part of documents, and equal data must give
/// equal documents.
public struct Pseudonyms: Sendable {
  private let digest: @Sendable (String) -> [UInt8]

  /// - Parameter digest: A keyed digest of a text, at least 8 bytes. Texts that people read alike must give the same.
  public init(digest: @escaping @Sendable (String) -> [UInt8]) {
    self.digest = digest
  }

  /// What stands where a text was that cannot be told without its content.
  public static let withheld = "Сведения скрыты"

  /// Namesakes are told apart by their birth days, where these are known.
  public func name(of person: Person) -> String {
    "Лицо " + letters("person|\(person.birthDay?.description ?? "")|\(person.name)")
  }

  /// Of someone known by name alone: a leader, a member of a jury.
  public func name(_ name: String) -> String { self.name(of: Person(name: name)) }

  /// Of a group that applies: its title may be made of names.
  public func group(_ title: String) -> String { "Группа " + letters("group|\(title)") }
  /// Of a school or the like that someone belongs to: in a small place it tells who.
  public func institution(_ title: String) -> String { "Учреждение " + letters("institution|\(title)") }
  /// Of whoever was paid, person or not.
  public func payee(_ name: String) -> String { "Получатель " + letters("payee|\(name)") }

  /// Who gave an identifier could tell from it whom it belongs to.
  public func identifier(_ id: Identifier) -> Identifier {
    Identifier(letters("identifier|\(id)").lowercased()) ?? id
  }

  /// 64 bits in consonants: no pseudonym looks like a word or like a number of somebody. A million people share one with
  /// a probability of one to forty million.
  private func letters(_ text: String) -> String {
    let letters = digest(text).prefix(8).flatMap { [Self.alphabet[Int($0 >> 4)], Self.alphabet[Int($0 & 15)]] }
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: "-")
  }

  private static let alphabet = Array("BCDFGHJKLMNPQRST")
}

extension Organisation {
  /// An entrepreneur goes by the numbers of a person: twelve digits of ИНН, fifteen of ОГРНИП.
  public var isPerson: Bool {
    if let inn { return inn.description.count == 12 }
    if let ogrn { return ogrn.description.count == 15 }
    return id.description.wholeMatch(of: /RU-INN-[0-9]{12}/) != nil
  }

  /// Without telephones and addresses; an entrepreneur under a pseudonym.
  public func pseudonymised(by pseudonyms: Pseudonyms) -> Organisation {
    guard isPerson else { return withoutContact }
    return Organisation(id: pseudonyms.identifier(id), title: pseudonyms.name(title), territory: territory)
  }

  /// The organisation without telephones and addresses.
  public var withoutContact: Organisation {
    var organisation = self
    organisation.contact = nil
    return organisation
  }
}
