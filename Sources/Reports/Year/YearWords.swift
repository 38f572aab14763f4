package import Contests
package import Primitives

/// What the tables and the narrative of the yearly report both say.
extension YearReport {
  func title(_ language: Language) -> String {
    LocalizedText(
      ru: "Что сделано в области взаимодействия с общественностью в\(Format.space)\(year)\(Format.space)году",
      en: "Work with the public in \(year)")[language]
  }

  /// The name of the territory; where only its code was given, the name that the contests and outcomes agree on.
  func place(_ language: Language) -> String? {
    guard let territory, territory.allSatisfy(\.isNumber) else { return territory }
    let known = contests.map(\.contest.territory) + outcomes.map(\.territory)
    let titles = Set(known.filter { $0?.oktmo?.description.hasPrefix(territory) ?? false }.compactMap { $0?.title })
    if titles.count == 1, let title = titles.first { return title }
    return (language == .russian ? "ОКТМО " : "OKTMO ") + territory
  }

  /// What the reader must know to compare the figures with others.
  func remarks(_ language: Language) -> [String] {
    var remarks: [String] = []
    if grants.otherCurrencies > 0 {
      let count = grants.otherCurrencies
      let words = LocalizedText(
        ru: "\(Noun.projects.counted(count, .russian)) в другой валюте в суммы не\(Format.space)"
          + (count % 10 == 1 && count % 100 != 11 ? "входит." : "входят."),
        en: "\(Noun.projects.counted(count, .english)) in another currency "
          + (count == 1 ? "is not in the sums." : "are not in the sums."))
      remarks.append(words[language])
    }
    return remarks
  }
}

extension Figures {
  /// «412 заявок, 412 работ, 1125 участников, 95 победителей»; what is not stated and what is zero are left out.
  func phrase(_ language: Language) -> String? {
    let parts: [(Noun, Int?)] = [
      (.applications, applications), (.works, works), (.participants, participants), (.winners, winners),
    ]
    let said = parts.compactMap { noun, count in count.flatMap { $0 == 0 ? nil : noun.counted($0, language) } }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }
}

extension Achievement {
  /// «клумбы — 325», «площадь — 12,5 м²».
  func phrase(_ language: Language) -> String {
    "\(title)\(Format.space)— \(amount(language))"
  }

  func amount(_ language: Language) -> String {
    [Format.decimal(value, language), unit].compactMap { $0 }.joined(separator: String(Format.space))
  }
}

extension Outcome {
  /// «3-е место из 15», «подано 5, отобрано 5», a prize; nil where nothing was reached that could be named.
  package func result(_ language: Language) -> String? {
    let isRussian = language == .russian
    var parts: [String] = []
    if let place {
      let among = outOf.map { (isRussian ? " из\(Format.space)" : " of\(Format.space)") + Format.number($0, language) }
      parts.append(Format.place(place, language) + (among ?? ""))
    } else if let outOf {
      parts.append((isRussian ? "участников конкурса\(Format.space)— " : "participants: ") + "\(outOf)")
    }
    if let prize { parts.append(prize) }
    if let submitted {
      parts.append((isRussian ? "подано\(Format.space)" : "submitted: ") + Format.number(submitted, language))
    }
    if let selected {
      parts.append((isRussian ? "отобрано\(Format.space)" : "selected: ") + Format.number(selected, language))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// «номинация «…»; проект «…»»: what stands under the contest's name.
  func particulars(_ language: Language) -> [String] {
    [
      nomination.map { (language == .russian ? "номинация " : "nomination ") + Format.quoted($0, language) },
      entry,
    ].compactMap { $0 }
  }
}

extension YearReport.Participation {
  /// «участие без призовых мест: 93 заявки».
  func phrase(_ language: Language) -> String {
    let counted = Noun.applications.counted(entries, language)
    return language == .russian ? "участие без призовых мест: \(counted)" : "took part, without a place: \(counted)"
  }
}

extension String {
  /// The text as a sentence: a full stop unless it ends in a mark already.
  var sentence: String {
    guard let last else { return self }
    return ".!?…".contains(last) ? self : self + "."
  }

  /// With its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
