import Grants
import Primitives
import Reports

extension Project {
  /// That money moves while the project still stands as not begun, and how its status is recorded; nil where it is.
  var statusHint: Diagnostic? {
    guard [.planned, .applied, .awarded].contains(status) else { return nil }
    let steps: [(ProjectStatus, LocalizedText)] = [
      (.awarded, LocalizedText(ru: "присуждение", en: "the award")),
      (.agreementSigned, LocalizedText(ru: "соглашение", en: "the agreement")),
      (.active, LocalizedText(ru: "начало работ", en: "the start")),
    ]
    func commands(_ language: Language, _ day: String) -> String {
      steps.filter { $0.0 != status }.map { step, title in
        "\(title[language]) — laureat grant status \(id) \(step.rawValue) --date \(day)"
      }.joined(separator: ", ")
    }
    return Diagnostic(
      GrantCode.statusBehindMoney, .note,
      LocalizedText(
        ru: "деньги движутся, а состояние проекта по-прежнему «\(Format.name(status, .russian))»",
        en: "money moves, and the status of the project is still “\(Format.name(status, .english))”"),
      advice: LocalizedText(
        ru: "запишите: \(commands(.russian, "ГГГГ-ММ-ДД"))", en: "record \(commands(.english, "YYYY-MM-DD"))"))
  }
}
