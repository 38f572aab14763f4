import Primitives

/// The codes of what keeps diplomas from being printed.
enum DiplomaFault {
  static let designNotRead = Diagnostic.Code(.file, 70)
  static let emblemRefused = Diagnostic.Code(.file, 71)
  static let designField = Diagnostic.Code(.format, 70)
  static let nothingToAward = Diagnostic.Code(.logic, 270)
  static let doesNotFit = Diagnostic.Code(.logic, 271)
  static let erasedLeftOut = Diagnostic.Code(.logic, 272)
  static let nobodyOfThatName = Diagnostic.Code(.directory, 70)
  static let fontsMissing = Diagnostic.Code(.environment, 30)
}
