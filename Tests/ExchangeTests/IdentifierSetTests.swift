import Testing

@testable import Exchange

@Suite struct IdentifierSetTests {
  @Test func `each identifier is new once, however many there are`() {
    var set = IdentifierSet()
    let identifiers = (0..<100_000).map { "заявка-\($0)" }
    let areNew = identifiers.map { set.insert($0, of: 1) }
    #expect(areNew.allSatisfy { $0 })
    let areNewAgain = identifiers.map { set.insert($0, of: 1) }
    #expect(!areNewAgain.contains(true))
  }

  @Test func `records of another name have identifiers of their own`() {
    var set = IdentifierSet()
    let areNew = [set.insert("a", of: 1), set.insert("a", of: 2), set.insert("a", of: 2)]
    #expect(areNew == [true, true, false])
  }
}
