internal import Primitives

/// What stands under the lines on which people sign.
struct SignatureWords {
  let title: String
  let signature: String
  let name: String
  let day: String

  init(_ language: Language) {
    switch language {
    case .russian:
      (title, signature, name) = ("Подписи", "подпись", "расшифровка подписи")
      day = "«____» ______________ 20___ г."
    case .english:
      (title, signature, name) = ("Signatures", "signature", "name in full")
      day = "Date: ______________________"
    }
  }
}
