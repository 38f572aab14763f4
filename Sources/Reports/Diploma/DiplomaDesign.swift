package import Contests
package import LibPDF
package import Primitives

/// How the diplomas of a contest look and what they say, apart from whom they name.
package struct DiplomaDesign: Hashable, Sendable {
  package enum Paper: String, CaseIterable, Sendable { case a4 = "A4", a5 = "A5" }
  package enum Orientation: String, CaseIterable, Sendable { case portrait, landscape }
  package enum Frame: String, CaseIterable, Sendable { case ornament, double, thin, none }

  /// The texts of one kind of diploma, with placeholders in braces.
  package struct Wording: Hashable, Sendable {
    package var heading: String
    package var subheading: String
    /// Before a name in the nominative.
    package var lead: String
    /// Before a name in the dative.
    package var leadDative: String
    package var purpose: String
  }

  /// The kinds of diploma that are worded differently.
  package enum Occasion: String, CaseIterable, Sendable { case winner, prize, participant }

  package var paper = Paper.a4
  package var orientation = Orientation.portrait
  package var frame = Frame.ornament
  package var frameColour = DiplomaDesign.colour("#9A7B3C")
  package var headingColour = DiplomaDesign.colour("#7B1E2B")
  package var textColour = DiplomaDesign.colour("#23201C")
  /// The path of a PNG file, relative to the design's own folder.
  package var emblem: String?
  /// Who gives the diploma; nil for the organiser.
  package var issuer: String?
  package var city: String?
  /// Nil for the chair of the jury.
  package var signatories: [ResultsProtocol.Signatory]?
  package var hasStamp = true
  package var hasCode = true
  package var wordings: [Language: [Occasion: Wording]] = Self.wordings

  package init() {}

  package var size: PDFSize {
    let upright: PDFSize = paper == .a4 ? .a4 : .a5
    return orientation == .portrait ? upright : upright.landscape
  }

  package func wording(of kind: Diploma.Kind, _ language: Language) -> Wording {
    let occasion: Occasion =
      switch kind {
      case .place: .winner
      case .prize: .prize
      case .participant: .participant
      }
    return wordings[language]?[occasion] ?? Wording(heading: "", subheading: "", lead: "", leadDative: "", purpose: "")
  }

  /// What a diploma says unless its design says otherwise.
  static let wordings: [Language: [Occasion: Wording]] = [
    .russian: [
      .winner: Wording(
        heading: "ДИПЛОМ", subheading: "{degree}", lead: "награждается", leadDative: "вручается",
        purpose: "за {merit} {competition}"),
      .prize: Wording(
        heading: "ДИПЛОМ", subheading: "{prize}", lead: "награждается", leadDative: "вручается",
        purpose: "за работу, отмеченную жюри {competition}"),
      .participant: Wording(
        heading: "ДИПЛОМ", subheading: "участника", lead: "награждается", leadDative: "вручается",
        purpose: "за участие {competition}"),
    ],
    .english: [
      .winner: Wording(
        heading: "DIPLOMA", subheading: "{degree}", lead: "is awarded to", leadDative: "is awarded to",
        purpose: "{competition}"),
      .prize: Wording(
        heading: "DIPLOMA", subheading: "{prize}", lead: "is awarded to", leadDative: "is awarded to",
        purpose: "for a work singled out by the jury {competition}"),
      .participant: Wording(
        heading: "DIPLOMA", subheading: "of participation", lead: "is awarded to", leadDative: "is awarded to",
        purpose: "for taking part {competition}"),
    ],
  ]

  private static func colour(_ hex: String) -> PDFColour { PDFColour(hex: hex) ?? .black }
}
