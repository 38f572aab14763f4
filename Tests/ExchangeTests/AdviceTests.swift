import Exchange
import Foundation
import Primitives
import Testing

/// What a finding tells its reader to do.
@Suite struct AdviceTests {
  private func advice(_ text: String, _ code: Diagnostic.Code) throws -> LocalizedText {
    let finding = try #require(try Reading(text).all.first { $0.code == code })
    return try #require(finding.advice)
  }

  fileprivate static let organisation = "<organisation id=\"o\"><title>О</title>"

  @Test(arguments: [
    ("submittedAt", "2020-03-01T18:00:00+07:00", Sample.application("A", submittedAt: "2020-12-01T10:00:00")),
    ("inn", "10 цифр", Sample.application("A", applicant: organisation + "<inn>42</inn></organisation>")),
    ("ogrn", "13 цифр", Sample.application("A", applicant: organisation + "<ogrn>42</ogrn></organisation>")),
    ("kpp", "девять", Sample.application("A", applicant: organisation + "<kpp>42</kpp></organisation>")),
    (
      "oktmo", "8 или 11 цифр",
      Sample.application("A", applicant: organisation + "<territory oktmo=\"42\"/></organisation>")
    ),
    ("id", "без пробелов", Sample.application("a b")),
    ("count", "целое число", Sample.application("A", participants: "<participants count=\"-1\"/>")),
    ("given", "true", Sample.application("A", rest: "<processingConsent given=\"maybe\"/>")),
    (
      "date", "2020-03-01",
      Sample.application("A", rest: "<processingConsent given=\"true\" date=\"01.12.2020\"/>")
    ),
    (
      "value", "12.5",
      Sample.application("A", rest: "<achievement><title>Т</title><value>1,5</value></achievement>")
    ),
  ])
  func `a value that is not of its form is told it`(name: String, form: String, application: String) throws {
    let finding = try #require(try Reading(Sample.applications(application)).findings.first)
    #expect([ExchangeCode.invalidValue, ExchangeCode.valueBreaksLimit].contains(finding.code))
    #expect(finding.location?.path?.hasSuffix(name) == true)
    #expect(finding.advice?.russian.contains(form) == true)
    // The names of the schema's types say nothing to a user.
    for type in ["Instant", "Day", "Flag", "Count", "Decimal", "INN"] {
      #expect(!finding.message.russian.contains(type) && !finding.message.english.contains(type))
    }
  }

  @Test func `money and its currency are told their forms`() throws {
    func project(_ awarded: String) -> String { Sample.portfolio(Sample.project(awarded: awarded), controlSum: "") }
    let comma = project("<awarded currency=\"RUB\">100,00</awarded>")
    #expect(try advice(comma, ExchangeCode.valueBreaksLimit).russian.hasSuffix("точка и две цифры копеек: 1300000.00"))
    let lowerCase = project("<awarded currency=\"rub\">100.00</awarded>")
    #expect(try advice(lowerCase, ExchangeCode.valueBreaksLimit).russian.hasSuffix("RUB"))
    let indicator = "<indicator id=\"I\"><title>И</title><planned>1,5</planned></indicator>"
    let planned = Sample.portfolio(Sample.project(rest: Sample.history + indicator))
    #expect(try advice(planned, ExchangeCode.valueBreaksLimit).russian.hasSuffix("12.5"))
  }

  @Test func `a blank value is called empty`() throws {
    let blank = try Reading(Sample.applications(Sample.application("A", title: "<title> </title>")))
    let finding = try #require(blank.findings.first)
    #expect(finding.message == LocalizedText(ru: "не заполнено", en: "is empty"))
    #expect(finding.advice != nil)
    let long = String(repeating: "а", count: 501)
    let tooLong = Sample.applications(Sample.application("A", title: "<title>\(long)</title>"))
    #expect(try advice(tooLong, ExchangeCode.valueBreaksLimit).russian == "сократите текст")
  }

  @Test func `an attribute of the root is missing, unknown or wrong`() throws {
    let good = Sample.applications(Sample.application("A"))
    func finding(_ old: String, _ new: String) throws -> Diagnostic {
      let refusal = try Reading(good.replacing(old, with: new, maxReplacements: 1)).refusal
      #expect(refusal.map(\.code) == [ExchangeCode.rootAttribute])
      return try #require(refusal.first)
    }
    let missing = try finding(" formatVersion=\"1.0\"", "")
    #expect(missing.message.russian == "в корневом элементе не хватает атрибута «formatVersion»")
    #expect(missing.advice?.english == "add formatVersion=\"1.0\" to the root element")
    let unknown = try finding(" contest=", " n=\"1\" contest=")
    #expect(unknown.message.russian == "у корневого элемента неизвестный атрибут «n»")
    let wrong = try finding("snow-2020", "a b")
    #expect(wrong.message.english.contains("not written as it must be"))
    #expect(wrong.advice?.russian.contains("без пробелов") == true)
  }

  @Test func `a root in another namespace or in none is told ours`() throws {
    let good = Sample.applications(Sample.application("A"))
    for new in ["xmlns=\"urn:x\"", ""] {
      let text = good.replacing("xmlns=\"\(Sample.namespace)\"", with: new)
      #expect(try advice(text, ExchangeCode.wrongNamespace).english.contains("xmlns=\"urn:laureat:exchange:1\""))
    }
  }

  @Test func `what follows the root and what is not well-formed are told apart`() throws {
    let good = Sample.applications(Sample.application("A"))
    for tail in ["<applications/>", "конец"] {
      let advice = try advice(good + tail, ExchangeCode.notWellFormed)
      #expect(advice.russian.hasPrefix("после корневого элемента ничего не должно быть"))
    }
    let crossed = good.replacing("</application>", with: "</applicaton>")
    #expect(try advice(crossed, ExchangeCode.notWellFormed).russian.contains("незакрытые"))
  }

  @Test func `a file of windows-1251 without a declaration is told to declare it`() throws {
    let text = Sample.applications(Sample.application("A"))
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      ("А"..."я").contains(scalar) ? UInt8(scalar.value - 0x410 + 0xC0) : UInt8(truncatingIfNeeded: scalar.value)
    }
    let refusal = try Reading(bytes).refusal
    #expect(refusal.map(\.code) == [ExchangeCode.invalidBytes])
    #expect(refusal.first?.advice?.english.contains("encoding=\"windows-1251\"") == true)
  }

  @Test func `totals that disagree are told with both amounts`() throws {
    let totals = "<totals><received currency=\"RUB\">0.00</received><spent currency=\"RUB\">1250.00</spent></totals>"
    let reading = try Reading(Sample.portfolio(Sample.project(rest: Sample.history + totals)))
    let message = try #require(reading.findings.first?.message)
    #expect(message.russian.contains("израсходовано 1\u{A0}250,00\u{A0}₽"))
    #expect(message.russian.contains("израсходовано 0,00\u{A0}₽"))
    #expect(message.english.contains("1,250.00\u{A0}RUB spent"))
    let balance = try Reading(Sample.report(Sample.reported(balance: "60.01"))).findings.first?.message
    #expect(balance?.russian.contains("60,01") == true && balance?.russian.contains("60,00") == true)
  }

  @Test(arguments: Fault.files + Fault.records)
  func `every finding says what to do`(_ fault: Fault) throws {
    for finding in try Reading(fault.text).all where finding.code != ExchangeCode.otherSchemaFault {
      #expect(finding.advice != nil, "\(finding.code) \(finding.message.english)")
    }
  }
}
