internal import Contests
internal import Primitives

extension Juror.Role {
  /// The chair stands first, the secretary last.
  var order: Int {
    switch self {
    case .chair: 0
    case .deputy: 1
    case .member: 2
    case .secretary: 3
    }
  }
}

/// The words of a protocol in one language.
struct ProtocolWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ russian: String, _ english: String) -> String { language == .russian ? russian : english }

  func post(_ role: Juror.Role) -> String {
    let name = Format.name(role, language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  func number(_ number: Int) -> String { self("заявка №\(Format.space)\(number)", "entry No.\(Format.space)\(number)") }

  func numbers(_ numbers: [Int]) -> String { self.numbers(numbers.map(String.init)) }
  func numbers(_ numbers: [String]) -> String {
    self("№\(Format.space)", "No.\(Format.space)") + numbers.joined(separator: ", ")
  }

  /// «№ 1–4, 7, 8»: three or more in a row are written as a range.
  func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, number <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, number)
      } else {
        ranges.append(number...number)
      }
    }
    return self.numbers(
      ranges.flatMap { range in
        range.count < 3 ? range.map(String.init) : ["\(range.lowerBound)–\(range.upperBound)"]
      })
  }

  func entry(_ entry: ProtocolView.Entry) -> String {
    [number(entry.number) + (entry.title.map { " " + quoted($0) } ?? ""), entry.applicant]
      .compactMap { $0 }.joined(separator: ", ")
  }

  func refused(_ entry: ProtocolView.Entry) -> String {
    self.entry(entry) + (entry.reason.map { ": \($0)" } ?? "")
  }

  func annexed(_ count: Int) -> String {
    let entries = Noun.applications.counted(count, language)
    return self(
      "Всего оценивалось \(entries); порядок всех — в приложении к протоколу.",
      "\(entries) were judged; their order is in the annex to these minutes.")
  }

  /// «I место», as diplomas have it.
  func degree(_ place: Int) -> String {
    switch language {
    case .russian: "\(Self.roman(place))\(Format.space)место"
    case .english: "place\(Format.space)\(place)"
    }
  }

  private static func roman(_ number: Int) -> String {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    return numerals.indices.contains(number - 1) ? numerals[number - 1] : "\(number)-е"
  }

  func minutes(_ number: String) -> String {
    self("протокол №\(Format.space)\(number)", "minutes No.\(Format.space)\(number)")
  }

  /// Of places that earlier protocols gave.
  func stand(_ minutes: [String]) -> String {
    let numbers = Set(minutes).sorted { ($0.count, $0) < ($1.count, $1) }
    let list = self.numbers(numbers)
    return numbers.count == 1
      ? self("Места по протоколу \(list) остаются в силе.", "The places by minutes \(list) stand.")
      : self("Места по протоколам \(list) остаются в силе.", "The places by minutes \(list) stand.")
  }

  func decimal(_ text: String) -> String { Format.rounded(text, language) }

  /// With its own marks of another kind: «Хоровод „Берёзка“».
  func quoted(_ title: String) -> String { Format.quoted(title, language) }

  func figure(_ aggregation: ContestRules.Aggregation) -> String {
    switch aggregation {
    case .mean, .trimmedMean: self("Средний балл", "Mean")
    case .sum: self("Сумма баллов", "Sum")
    case .borda, .schulze: self("Итог", "Result")
    }
  }

  func approved(_ act: ApprovingAct) -> String {
    let day = Format.day(act.date, .document, language)
    let number = act.number.map { " №\(Format.space)\($0)" } ?? ""
    return self(
      "Итоги утверждены: \(act.title) от \(day)\(number).",
      "The results are approved by: \(act.title)\(number) of \(day).")
  }
}
