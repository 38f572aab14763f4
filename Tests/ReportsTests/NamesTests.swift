import Contests
import Grants
import Primitives
import Reports
import Testing

struct NamesTests {
  /// Every name of every state, level and kind in a language.
  private func names(_ language: Language) -> [[String]] {
    [
      ContestStatus.allCases.map { Format.name($0, language) }, EntryStatus.allCases.map { Format.name($0, language) },
      ProjectStatus.allCases.map { Format.name($0, language) }, Level.allCases.map { Format.name($0, language) },
      Juror.Role.allCases.map { Format.name($0, language) },
      GrantReport.Kind.allCases.map { Format.name($0, language) },
      Checkpoint.Status.allCases.map { Format.name($0, language) },
      Expense.Source.allCases.map { Format.name($0, language) },
      Refund.Direction.allCases.map { Format.name($0, language) },
      GroupStatus.allCases.map { Format.name($0, language) },
      RecordStatus.allCases.map { Format.name($0, language) },
    ]
  }

  @Test func `no two states share a name, and each is in its language`() {
    for group in names(.russian) + names(.english) { #expect(Set(group).count == group.count) }
    func isCyrillic(_ text: String) -> Bool { text.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } }
    #expect(names(.russian).joined().allSatisfy(isCyrillic))
    #expect(!names(.english).joined().contains(where: isCyrillic))
  }

  @Test func `a document is named by its kind, an unknown one by itself`() {
    #expect(Format.document("applications", .russian) == "Заявки на конкурс")
    #expect(Format.document("x", .russian) == "x")
  }
}
