import Contests
import Foundation
import LibPDF
internal import Primitives

package typealias DiplomaDesignProblem = DataFileProblem

extension DiplomaDesign {
  /// Bytes of a design file that are taken.
  package static let mostBytes = 1 << 20
  /// Characters of one of its texts.
  static let mostCharacters = 500

  /// Reads a design. What it does not say is as in the design of the program.
  package init(json: [UInt8]) throws(DiplomaDesignProblem) {
    do {
      let file = try JSONDecoder().decode(DesignFile.self, from: Data(json))
      self.init()
      try apply(file)
    } catch let problem as DiplomaDesignProblem {
      throw problem
    } catch let error as DecodingError {
      throw DiplomaDesignProblem(error)
    } catch {
      throw DiplomaDesignProblem(message: .notJSON)
    }
  }

  private mutating func apply(_ file: DesignFile) throws(DiplomaDesignProblem) {
    paper = try choice(file.paper, "paper") ?? paper
    orientation = try choice(file.orientation, "orientation") ?? orientation
    frame = try choice(file.frame, "frame") ?? frame
    frameColour = try colour(file.colours?.frame, "colours.frame") ?? frameColour
    headingColour = try colour(file.colours?.heading, "colours.heading") ?? headingColour
    textColour = try colour(file.colours?.text, "colours.text") ?? textColour
    emblem = try text(file.emblem, "emblem")
    issuer = try text(file.issuer, "issuer")
    city = try text(file.city, "city")
    hasStamp = file.stamp ?? hasStamp
    hasCode = file.code ?? hasCode
    if let stated = file.signatories {
      guard stated.count <= 3 else {
        throw DiplomaDesignProblem(
          field: "signatories",
          message: LocalizedText(ru: "подписей больше трёх", en: "there are more than three signatures"))
      }
      var checked: [ResultsProtocol.Signatory] = []
      for (index, signatory) in stated.enumerated() {
        guard let name = try text(signatory.name, "signatories[\(index)].name") else { continue }
        checked.append(
          ResultsProtocol.Signatory(name: name, post: try text(signatory.post, "signatories[\(index)].post")))
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
  ) throws(DiplomaDesignProblem) {
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

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: String?, _ field: String
  ) throws(DiplomaDesignProblem) -> Choice? {
    guard let value else { return nil }
    if let choice = Choice(rawValue: value) { return choice }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw DiplomaDesignProblem(
      field: field, message: LocalizedText(ru: "здесь может стоять: \(choices)", en: "it can be one of: \(choices)"))
  }

  private func colour(_ value: String?, _ field: String) throws(DiplomaDesignProblem) -> PDFColour? {
    guard let value else { return nil }
    if let colour = PDFColour(hex: value) { return colour }
    throw DiplomaDesignProblem(
      field: field,
      message: LocalizedText(
        ru: "цвет записывают как #7B1E2B", en: "a colour is written as #7B1E2B"))
  }

  private func text(_ value: String?, _ field: String) throws(DiplomaDesignProblem) -> String? {
    guard let value, !value.allSatisfy(\.isWhitespace) else { return nil }
    guard value.count <= Self.mostCharacters else {
      throw DiplomaDesignProblem(
        field: field,
        message: LocalizedText(
          ru: "текст длиннее \(Self.mostCharacters) знаков",
          en: "the text is longer than \(Self.mostCharacters) characters"))
    }
    return value
  }

  /// An empty text leaves the line out.
  private func template(_ value: String?, _ field: String) throws(DiplomaDesignProblem) -> String? {
    guard let value else { return nil }
    if let unknown = DiplomaPlaceholder.unknown(in: value).first {
      let known = DiplomaPlaceholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      throw DiplomaDesignProblem(
        field: field,
        message: LocalizedText(
          ru: "подстановки {\(unknown)} нет; есть: \(known)", en: "there is no {\(unknown)}; there are: \(known)"))
    }
    return try text(value, field) ?? ""
  }
}
