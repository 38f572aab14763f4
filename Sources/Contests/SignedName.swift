extension String {
  /// A person's name as it stands beside a signature: «И. О. Фамилия», also for «Фамилия И. О.», and «И. Фамилия» without a patronymic. Where
  /// neither the patronymic nor a well-known given name shows which of the words is the surname, the name stays as it is.
  package var asSigned: String {
    let words = split(whereSeparator: \.isWhitespace).map(String.init)
    if let surname = words.first, surname.count > 1, !surname.contains("."), words.count > 1,
      words.dropFirst().allSatisfy(\.isInitials)
    {
      return words.dropFirst().joined().filter(\.isLetter).map { "\($0).\u{A0}" }.joined() + surname
    }
    if words.count == 2 {
      switch (GivenNames.contain(words[0]), GivenNames.contain(words[1])) {
      case (false, true): return "\(words[1].prefix(1)).\u{A0}\(words[0])"
      case (true, false): return "\(words[0].prefix(1)).\u{A0}\(words[1])"
      default: return self
      }
    }
    guard words.count == 3 else { return self }
    func initials(_ first: String, _ second: String) -> String { "\(first.prefix(1)).\u{A0}\(second.prefix(1)).\u{A0}" }
    if PublicName.isPatronymic(words[2]) { return initials(words[1], words[2]) + words[0] }
    if PublicName.isPatronymic(words[1]) { return initials(words[0], words[1]) + words[2] }
    return self
  }
}

extension String {
  /// True for «К.» and «К.Л.».
  fileprivate var isInitials: Bool {
    let letters = filter(\.isLetter)
    return (1...2).contains(letters.count) && letters.map { "\($0)." }.joined() == self
  }
}
