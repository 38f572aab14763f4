import ArgumentParser
import Primitives
import Storage

/// How much of the people an export tells.
enum ExportProfile: String, CaseIterable, Sendable {
  case full, pseudonymised, `public`

  /// - Throws: `ValidationError` for another word, with the one that was meant.
  init(typed text: String) throws {
    if let profile = ExportProfile(rawValue: text) {
      self = profile
      return
    }
    let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
    let meant = Self.allCases.first { !text.isEmpty && $0.rawValue.hasPrefix(text.lowercased().prefix(3)) }
    throw ValidationError(
      local(ru: "--profile: есть \(known)", en: "--profile is one of \(known)")
        + (meant.map { local(ru: "; имелся в виду \($0.rawValue)?", en: ". Did you mean ‘\($0.rawValue)’?") } ?? ""))
  }
}

/// The profile of an export.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "Что сказано о людях: full — всё; pseudonymised — псевдонимы вместо имён, возраст вместо дня рождения, без"
          + " контактов (ключ псевдонимов хранится в хранилище и в его копиях); public — только то, что можно"
          + " опубликовать. Кроме full, документ не считается отправленным.",
        en: "What is told of people: full, everything; pseudonymised, pseudonyms for names, ages for birth days, no"
          + " contacts (the key of the pseudonyms is kept in the store and in copies of it); public, only what may be"
          + " published. Unless full, the document does not count as sent."),
      valueName: "full|pseudonymised|public"),
    completion: .list(ExportProfile.allCases.map(\.rawValue)), transform: ExportProfile.init(typed:))
  var profile = ExportProfile.full

  /// The first pseudonyms of a store make their key; later ones only read it.
  func disclosure(in store: Store) throws -> Disclosure {
    switch profile {
    case .full: return Disclosure(.full)
    case .public: return Disclosure(.publishable)
    case .pseudonymised:
      let pseudonyms =
        try store.read { try $0.pseudonyms.find() }
        ?? store.write { try $0.pseudonyms.begin(actor: Actor.name, at: Clock.now()) }
      return Disclosure(.pseudonymised(pseudonyms))
    }
  }
}
