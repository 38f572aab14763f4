import Primitives
import Reports
import Testing

struct ReceiptViewTests {
  @Test func `what was refused stands before what was taken with a remark, and that before the rest`() throws {
    let text = try Fixture.receipt().text(.russian)
    let order = try ["a-3", "a-2", "a-1"].map { try #require(text.firstRange(of: $0)).lowerBound }
    #expect(order == order.sorted())
  }

  @Test func `every finding has its code, place, text and advice`() throws {
    let receipt = try Fixture.receipt()
    for text in [receipt.text(.russian, width: 10_000), receipt.html(.russian)] {
      for part in [
        "GC-040-0007", "строка\u{A0}84:5", "processingConsent", "Нет согласия на обработку", "Запросите согласие",
      ] {
        #expect(text.contains(part))
      }
    }
  }

  @Test func `the file answered is named`() throws {
    let text = try Fixture.receipt().text(.english)
    #expect(text.contains("Document: Contest applications"))
    #expect(text.contains("File: заявки-<март>.xml"))
    #expect(text.contains("SHA-256 of the document: abab"))
    #expect(text.contains("Accepted in part"))
  }

  @Test func `findings about the whole file stand first`() throws {
    var receipt = try Fixture.receipt()
    receipt.records = []
    receipt.outcome = .rejected
    receipt.reasons = [
      Diagnostic(Diagnostic.Code(.file, 1), LocalizedText(ru: "файл оборван", en: "the file is cut short"))
    ]
    let text = receipt.text(.russian)
    #expect(text.contains("Не принято") && text.contains("ошибка GC-020-0001: Файл оборван."))
    #expect(!text.contains("Требуют внимания"))
    #expect(receipt.html(.russian).contains("Файл в целом"))
  }
}
