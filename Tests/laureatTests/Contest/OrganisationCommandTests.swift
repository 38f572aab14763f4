import Foundation
import Testing

struct OrganisationCommandTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
  }

  @Test func `who we are is said once and shown`() throws {
    try laureat.must(
      "organisation", "self", "--inn", "4299000019", "--ogrn", "1024299000010", "--title", "Администрация города",
      "--territory", "32701000")
    let ourselves = try laureat.must("organisation", "self", "--json").json()
    #expect(ourselves["title"] == "Администрация города")
    #expect(ourselves["inn"] == "4299000019")
    #expect(ourselves["id"] == "RU-INN-4299000019")
    #expect(try laureat.must("organisation", "self").output.contains("Администрация города"))
  }

  @Test func `a store that was not told says so`() throws {
    try laureat.must("funder", "add", "--id", "fund", "--title", "Фонд")
    #expect(try laureat.must("organisation", "self", "--json").json() == .null)
    let result = try laureat("export", "grants")
    #expect(result.status == 1)
  }

  @Test func `organisations are added and listed`() throws {
    try laureat.must("organisation", "add", "--inn", "4299000026", "--title", "Комиссия")
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    #expect(
      Set(try laureat.must("organisation", "list", "--json").json().map("id")) == ["RU-INN-4299000026", "school"])
    #expect(try laureat.must("organisation", "list").output.contains("Школа"))
  }

  @Test(arguments: [
    (["--inn", "4299000018", "--title", "А"], "GC-030-0010"), (["--inn", "0000000000", "--title", "А"], "GC-030-0010"),
    (["--inn", "42", "--title", "А"], "GC-030-0010"),
    (["--id", "a", "--title", "А", "--ogrn", "1024299000011"], "GC-030-0011"),
    (["--id", "a", "--title", "А", "--kpp", "12"], "GC-030-0012"),
    (["--id", "a", "--title", "А", "--territory", "327"], "GC-030-0013"), (["--id", "a"], ""), (["--title", "А"], ""),
    (["--id", "a b", "--title", "А"], ""), (["--id", "a", "--title", " "], ""),
  ])
  func `a wrong number or a missing name is a usage error`(arguments: [String], code: String) throws {
    for verb in ["self", "add"] {
      let result = try laureat.run(["organisation", verb] + arguments)
      #expect(result.status == 64)
      #expect(!result.errors.isEmpty)
      #expect(code.isEmpty || result.errors.contains(code))
    }
    if laureat.exists("store.sqlite") {
      #expect(try laureat.must("organisation", "list", "--json").json() == [])
    }
  }

  @Test func `dry runs change nothing`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    let before = try laureat.bytes("store.sqlite")
    try laureat.must("organisation", "self", "--id", "city", "--title", "Город", "--dry-run")
    try laureat.must("organisation", "add", "--id", "park", "--title", "Парк", "--dry-run")
    #expect(try laureat.bytes("store.sqlite") == before)
  }
}
