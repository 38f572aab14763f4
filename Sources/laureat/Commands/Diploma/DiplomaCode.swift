import Contests
import Exchange
import Primitives
import Reports

/// What the code of a diploma says: enough to find it in the store, and to see whether it says there what it says on paper.
struct DiplomaCode {
  let text: String

  init(
    number: String, kind: Diploma.Kind, prize: String?, name: String, nomination: Identifier?, contest: Contest,
    minutes: ProtocolReference?
  ) {
    let given =
      switch kind {
      case .place(let place) where DiplomaDegree(of: prize, place: place).isNamed: "place \(place) \(prize ?? "")"
      case .place(let place): "place \(place)"
      case .prize(let title): "prize \(title)"
      case .participant: "participant"
      }
    let decided = minutes.map { "\($0.number) \($0.date)" } ?? "-"
    let content = [number, given, nomination?.description ?? "-", name, decided].joined(separator: "\n")
    let digest = Digest(of: Array(content.utf8)).description.prefix(12)
    text = "laureat diploma \(number) | \(decided) | \(digest)"
  }
}
