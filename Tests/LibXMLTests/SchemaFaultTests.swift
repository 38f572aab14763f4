import LibXML
import Testing

@Suite struct `Schema faults` {
  private static func problems(_ content: String) -> [XMLProblem] {
    Reading(Sample.document("<application>\(content)</application>")).records.first?.problems ?? []
  }

  @Test(arguments: [
    ("<amount>x</amount>", SchemaFault.invalidValue(type: "xs:int"), "/amount"),
    ("<inn>abc</inn>", .facet(.pattern), "/inn"),
    ("<inn>1234567890123</inn>", .facet(.maxLength), "/inn"),
    ("<status>lost</status>", .facet(.enumeration(allowed: ["new", "won, paid"])), "/status"),
    ("<member/>", .missingElement(expected: ["name"]), "/member"),
    (
      "<amount>1</amount><inn>123456789012</inn>",
      .unexpectedElement(
        found: "inn", expected: ["status", "member", "empty", "extensions"]), "/inn"
    ),
    (
      "<unknown/>",
      .unexpectedElement(
        found: "unknown", expected: ["inn", "title", "amount", "status", "member", "empty", "extensions"]), "/unknown"
    ),
    ("<title note='1'/>", .unexpectedAttribute(name: "note"), "/title/@note"),
    ("<empty>text</empty>", .emptyContent, "/empty"),
    ("<empty><title/></empty>", .unexpectedElement(found: "title", expected: []), "/empty/title"),
    ("<amount><title/></amount>", .unexpectedElement(found: "title", expected: []), "/amount/title"),
    ("<member>text<name/></member>", .unexpectedText, "/member"),
    ("<member><name/><name/></member>", .unexpectedElement(found: "name", expected: []), "/member/name[2]"),
  ])
  func `a fault is told once, at its element`(content: String, fault: SchemaFault, path: String) throws {
    let problems = Self.problems(content)
    #expect(problems.first?.kind == .schema(fault))
    #expect(problems.first?.path == "/applications/application[1]" + path)
    #expect(problems.count == 1)
    #expect((problems.first?.code ?? 0) > 1800)
  }

  @Test func `a value with two faults is one problem, two values are two`() {
    let problems = Self.problems("<inn>ИвановИванИваныч</inn><title/><amount>x</amount>")
    #expect(problems.map(\.path) == ["/applications/application[1]/inn", "/applications/application[1]/amount"])
  }

  @Test func `attributes are told apart`() {
    let reading = Reading(Sample.document("<application id='x' more='1'/><application id='y'/>"))
    #expect(
      reading.records.flatMap(\.problems).map(\.path) == [
        "/applications/application[1]/@id", "/applications/application[1]/@more",
        "/applications/application[2]/@id",
      ])
  }

  @Test(arguments: [
    "Иванов", "x' is not a valid value of the atomic type 'Иванов", "Expected is ( Иванов ).", "{'Иванов'}.",
    "' is not an element of the set {'Иванов'}.", "': type 'Иванов'.", "', attribute 'Иванов': ",
    "Element 'Иванов': Missing child element(s). Expected is ( Иванов ).",
  ])
  func `no value of the document gets into a fault or a path`(value: String) {
    for padding in ["", String(repeating: "я", count: 30_000), String(repeating: "x", count: 62_000)] {
      let text = padding + value
      let content = """
        <application note="\(value)" id="\(text)"><inn>\(text)</inn><amount>\(text)</amount><status>\(text)</status>\
        <member>\(text)</member><empty>\(text)</empty></application>
        """
      let reading = Reading(Sample.document(content))
      let problems = reading.records.flatMap(\.problems)
      #expect(problems.count >= 5)
      for problem in problems {
        #expect(!"\(problem.kind)".contains("Иванов"))
        #expect(!problem.path.contains("Иванов"))
      }
    }
  }
}
