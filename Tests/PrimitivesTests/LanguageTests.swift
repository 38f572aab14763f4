import Primitives
import Testing

struct LanguageTests {
  private static let applications = RussianPlural("заявка", "заявки", "заявок")

  @Test(arguments: [
    (0, "заявок"), (1, "заявка"), (2, "заявки"), (4, "заявки"), (5, "заявок"), (10, "заявок"), (11, "заявок"),
    (12, "заявок"), (13, "заявок"), (14, "заявок"), (15, "заявок"), (20, "заявок"), (21, "заявка"), (22, "заявки"),
    (24, "заявки"), (25, "заявок"), (100, "заявок"), (101, "заявка"), (102, "заявки"), (111, "заявок"),
    (112, "заявок"), (114, "заявок"), (121, "заявка"), (1011, "заявок"), (1_000_001, "заявка"), (-1, "заявка"),
    (.min, "заявок"),
  ]) func `a Russian noun follows its number`(count: Int, form: String) {
    #expect(Self.applications.form(for: count) == form)
  }

  @Test func `after a fraction it is in the genitive singular`() {
    #expect(Self.applications.formForFraction == "заявки")
  }

  @Test func `a counted noun is right in both languages`() {
    let one = LocalizedText.counted(1, ru: Self.applications, one: "application", many: "applications")
    let many = LocalizedText.counted(412, ru: Self.applications, one: "application", many: "applications")
    #expect(one[.russian] == "1 заявка" && one[.english] == "1 application")
    #expect(many[.russian] == "412 заявок" && many[.english] == "412 applications")
  }
}

struct DiagnosticTests {
  @Test(arguments: [
    (Diagnostic.Code(.logic, 7), "GC-040-0007"), (Diagnostic.Code(.order, 1), "GC-010-0001"),
    (Diagnostic.Code(.environment, 1234), "GC-090-1234"),
  ]) func `a code has three digits of class and four of number`(code: Diagnostic.Code, text: String) {
    #expect(code.description == text)
  }

  @Test func `codes and severities have an order`() {
    #expect(Diagnostic.Code(.format, 900) < Diagnostic.Code(.logic, 1))
    #expect(Diagnostic.Code(.logic, 1) < Diagnostic.Code(.logic, 2))
    #expect(Diagnostic.Severity.note < .warning && Diagnostic.Severity.warning < .error)
  }

  @Test func `only errors are errors`() {
    let text = LocalizedText(ru: "а", en: "a")
    let warning = Diagnostic(Diagnostic.Code(.logic, 1), .warning, text)
    #expect(![warning].hasErrors)
    #expect([warning, Diagnostic(Diagnostic.Code(.logic, 2), .error, text)].hasErrors)
    #expect(![Diagnostic]().hasErrors)
  }
}
