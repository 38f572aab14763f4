extension String {
  /// A person's name as it stands beside a signature: «И. О. Фамилия». Where the patronymic does not show which of the
  /// words is the surname, the name stays as it is.
  package var asSigned: String {
    let words = split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 3 else { return self }
    func initials(_ first: String, _ second: String) -> String { "\(first.prefix(1)).\u{A0}\(second.prefix(1)).\u{A0}" }
    if PublicName.isPatronymic(words[2]) { return initials(words[1], words[2]) + words[0] }
    if PublicName.isPatronymic(words[1]) { return initials(words[0], words[1]) + words[2] }
    return self
  }
}
