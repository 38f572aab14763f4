import Contests
import LibPDF
internal import Primitives

extension DiplomaDesign {
  /// Bytes of a design file that are taken.
  package static let mostBytes = 1 << 20
  private static let reader = DataFileReader(mostCharacters: 500)

  /// Reads a design. What it does not say is as in the design of the program.
  package init(json: [UInt8]) throws(DataFileProblem) {
    self.init()
    try apply(Self.reader.read(json))
  }

  private mutating func apply(_ file: DesignFile) throws(DataFileProblem) {
    paper = try Self.reader.choice(file.paper, "paper") ?? paper
    orientation = try Self.reader.choice(file.orientation, "orientation") ?? orientation
    frame = try Self.reader.choice(file.frame, "frame") ?? frame
    frameColour = try colour(file.colours?.frame, "colours.frame") ?? frameColour
    headingColour = try colour(file.colours?.heading, "colours.heading") ?? headingColour
    textColour = try colour(file.colours?.text, "colours.text") ?? textColour
    emblem = try Self.reader.text(file.emblem, "emblem")
    issuer = try Self.reader.text(file.issuer, "issuer")
    city = try Self.reader.text(file.city, "city")
    hasStamp = file.stamp ?? hasStamp
    hasCode = file.code ?? hasCode
    if let stated = file.signatories {
      guard stated.count <= 3 else {
        throw DataFileProblem(
          field: "signatories",
          message: LocalizedText(ru: "подписей больше трёх", en: "there are more than three signatures"))
      }
      var checked: [ResultsProtocol.Signatory] = []
      for (index, signatory) in stated.enumerated() {
        guard let name = try Self.reader.text(signatory.name, "signatories[\(index)].name") else { continue }
        checked.append(
          ResultsProtocol.Signatory(
            name: name, post: try Self.reader.text(signatory.post, "signatories[\(index)].post")))
      }
      signatories = checked
    }
    for (language, texts) in [(Language.russian, file.texts?.ru), (.english, file.texts?.en)] {
      for (occasion, wording) in [
        (Occasion.winner, texts?.winner), (.prize, texts?.prize), (.participant, texts?.participant),
      ] {
        guard let wording else { continue }
        try apply(wording, language, occasion)
      }
    }
  }

  private mutating func apply(
    _ stated: DesignFile.Wording, _ language: Language, _ occasion: Occasion
  ) throws(DataFileProblem) {
    guard var wording = wordings[language]?[occasion] else { return }
    let field = "texts.\(language.rawValue).\(occasion.rawValue)"
    wording.heading = try template(stated.heading, field + ".heading") ?? wording.heading
    wording.subheading = try template(stated.subheading, field + ".subheading") ?? wording.subheading
    wording.lead = try template(stated.lead, field + ".lead") ?? wording.lead
    wording.leadDative = try template(stated.leadDative, field + ".leadDative") ?? wording.leadDative
    wording.purpose = try template(stated.purpose, field + ".purpose") ?? wording.purpose
    wordings[language]?[occasion] = wording
  }

  // MARK: Values

  private func colour(_ value: String?, _ field: String) throws(DataFileProblem) -> PDFColour? {
    guard let value else { return nil }
    if let colour = PDFColour(hex: value) { return colour }
    throw DataFileProblem(
      field: field,
      message: LocalizedText(
        ru: "цвет записывают как #7B1E2B", en: "a colour is written as #7B1E2B"))
  }

  /// An empty text leaves the line out.
  private func template(_ value: String?, _ field: String) throws(DataFileProblem) -> String? {
    guard let value else { return nil }
    if let unknown = DiplomaPlaceholder.unknown(in: value).first {
      let known = DiplomaPlaceholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      throw DataFileProblem(
        field: field,
        message: LocalizedText(
          ru: "подстановки {\(unknown)} нет; есть: \(known)", en: "there is no {\(unknown)}; there are: \(known)"))
    }
    return try Self.reader.text(value, field) ?? ""
  }
}
