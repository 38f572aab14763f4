import Primitives
import SeededGenerator
import Testing

struct TaxNumberTests {
  @Test(arguments: [("7707083893", true), ("7736207543", true), ("500100732259", false)])
  func `an ИНН is taken as it is`(text: String, isOrganisation: Bool) throws {
    let inn = try INN(text)
    #expect(inn.description == text)
    #expect(inn.isOrganisation == isOrganisation)
  }

  @Test(arguments: [
    ("", NumberFault.wrongLength), ("770708389", .wrongLength), ("77070838931", .wrongLength),
    ("5001007322590", .wrongLength), ("0000000000", .allZeros), ("000000000000", .allZeros),
    ("7707083894", .wrongChecksum), ("7707083983", .wrongChecksum), ("500100732269", .wrongChecksum),
    ("500100732258", .wrongChecksum), ("770708389З", .notDigits), ("7707 83893", .notDigits),
    ("٧٧٠٧٠٨٣٨٩٣", .notDigits),
  ]) func `a wrong ИНН has its fault`(text: String, fault: NumberFault) {
    #expect(throws: fault) { try INN(text) }
  }

  @Test(arguments: [("1027700132195", true), ("1027700229193", true), ("304500116000157", false)])
  func `an ОГРН is taken as it is`(text: String, isOrganisation: Bool) throws {
    let ogrn = try OGRN(text)
    #expect(ogrn.description == text)
    #expect(ogrn.isOrganisation == isOrganisation)
  }

  @Test(arguments: [
    ("", NumberFault.wrongLength), ("102770013219", .wrongLength), ("10277001321950", .wrongLength),
    ("0000000000000", .allZeros), ("000000000000000", .allZeros), ("1027700132196", .wrongChecksum),
    ("304500116000158", .wrongChecksum), ("102770013219X", .notDigits),
  ]) func `a wrong ОГРН has its fault`(text: String, fault: NumberFault) {
    #expect(throws: fault) { try OGRN(text) }
  }

  @Test func `of ten last digits exactly one is right`() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<300 {
      let stem = String(Int.random(in: 100_000_000...999_999_999, using: &generator))
      #expect((0...9).count { (try? INN(stem + String($0))) != nil } == 1)
      let longer = stem + String(Int.random(in: 100...999, using: &generator))
      #expect((0...9).count { (try? OGRN(longer + String($0))) != nil } == 1)
    }
  }

  @Test(arguments: ["773601001", "7736AB001", "000000001"]) func `a КПП is taken as it is`(text: String) throws {
    #expect(try KPP(text).description == text)
  }

  @Test(arguments: [
    ("", NumberFault.wrongLength), ("77360100", .wrongLength), ("7736010011", .wrongLength),
    ("000000000", .allZeros), ("A73601001", .notDigits), ("7736ab001", .notDigits), ("773601O01", .notDigits),
  ]) func `a wrong КПП has its fault`(text: String, fault: NumberFault) {
    #expect(throws: fault) { try KPP(text) }
  }

  @Test(arguments: ["32701000", "32701000001"]) func `an ОКТМО is taken as it is`(text: String) throws {
    #expect(try OKTMO(text).description == text)
  }

  @Test(arguments: [
    ("", NumberFault.wrongLength), ("3270100", .wrongLength), ("327010000", .wrongLength), ("00000000", .allZeros),
    ("3270100O", .notDigits),
  ]) func `a wrong ОКТМО has its fault`(text: String, fault: NumberFault) {
    #expect(throws: fault) { try OKTMO(text) }
  }
}

struct IdentifierTests {
  @Test(arguments: [
    "a", "teplo-2020", "Заявка№17", "RU-INN-7707083893", "a:b.c_d@e#f", String(repeating: "x", count: 64),
  ])
  func `an identifier is up to 64 characters without spaces`(text: String) {
    #expect(Identifier(text)?.description == text)
  }

  @Test(arguments: [
    "", " ", "a b", "a\u{A0}b", "a\tb", "a\n", "a/b", "a&b", "a|b", "a?b", "a\u{0}", "a\u{200B}b", "\u{FEFF}a",
    String(repeating: "x", count: 65),
  ]) func `what separates or hides is no part of one`(text: String) {
    #expect(Identifier(text) == nil)
  }

  @Test func `an organisation is identified by its ИНН`() throws {
    #expect(Identifier(try INN("7707083893")).description == "RU-INN-7707083893")
  }
}
