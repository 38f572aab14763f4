import Primitives
import Reports
import Testing

/// A small data file in JSON, as somebody writes it by hand.
struct DataFileReaderTests {
  private let reader = DataFileReader(mostCharacters: 8)

  private func problem(in json: String) -> DataFileProblem? {
    do throws(DataFileProblem) {
      let _: Menu = try reader.read(Array(json.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `what the file states is read, and the rest may be left out`() throws {
    let menu: Menu = try reader.read(Array(#"{"dishes": [{"name": "суп"}], "isOpen": true}"#.utf8))
    #expect(menu.dishes?.map(\.name) == ["суп"])
    #expect(menu.isOpen == true)
    #expect(try reader.read(Array("{}".utf8), as: Menu.self).dishes == nil)
  }

  @Test(arguments: [
    (#"{"dishes": [{"name": "суп"}, {"name": 5}]}"#, "dishes[1].name", "a text in quotation marks is wanted"),
    (#"{"isOpen": "yes"}"#, "isOpen", "true or false is wanted"),
    (#"{"dishes": {}}"#, "dishes", "a list in [ ] is wanted"),
    (#"{"dishes": ["суп"]}"#, "dishes[0]", "fields in { } are wanted"),
    (#"{"dishes": [{}]}"#, "dishes[0].name", "the field must be there"),
    (#"{"dishes": [{"name": null}]}"#, "dishes[0].name", "a text in quotation marks is wanted"),
    (#"{"dishes": [{"name": "суп", "price": 5}]}"#, "dishes[0].price", "there is no such field"),
    (#"{"zest": 1, "yeast": 1}"#, "yeast", "there is no such field"),
  ])
  func `what is wrong is named by its field`(json: String, field: String, message: String) throws {
    let problem = try #require(self.problem(in: json))
    #expect(problem.field == field)
    #expect(problem.message[.english] == message)
    #expect(problem.message[.russian] != message)
  }

  @Test(arguments: ["", "{", "{'dishes': []}", "{} {}", "\u{FEFF}", #"{"isOpen": tru}"#])
  func `what is no JSON is wrong as a whole`(json: String) throws {
    let problem = try #require(self.problem(in: json))
    #expect(problem.field == nil)
    #expect(problem.message[.english] == "the file is no JSON: check quotation marks, commas and brackets")
  }

  @Test(arguments: ["[]", "\"суп\"", "7"])
  func `a file with something else than fields is wrong as a whole`(json: String) throws {
    let problem = try #require(self.problem(in: json))
    #expect(problem.field == "")
    #expect(problem.message[.english] == "fields in { } are wanted")
  }

  @Test func `a blank text is none, and a long one is refused`() throws {
    #expect(try reader.text("суп", "name") == "суп")
    #expect(try reader.text(" \u{A0}\n", "name") == nil)
    #expect(try reader.text(nil, "name") == nil)
    #expect(try reader.text("ухаухаух", "name") == "ухаухаух")
    let refused = #expect(throws: DataFileProblem.self) { try reader.text("ухаухауха", "dishes[0].name") }
    #expect(refused?.field == "dishes[0].name")
    #expect(refused?.message[.english] == "the text is longer than 8 characters")
  }

  @Test func `a word that is none of the choices is refused with them`() throws {
    #expect(try reader.choice("tea", "drink") == Drink.tea)
    #expect(try reader.choice(nil, "drink") == Drink?.none)
    let refused = #expect(throws: DataFileProblem.self) { try reader.choice("Tea", "drink") as Drink }
    #expect(refused?.field == "drink")
    #expect(refused?.message[.english] == "it can be one of: tea, coffee")
  }
}

private enum Drink: String, CaseIterable { case tea, coffee }

private struct Menu: Decodable {
  struct Dish: Decodable {
    var name: String

    private enum CodingKeys: String, CodingKey { case name }

    init(from decoder: any Decoder) throws {
      name = try decoder.container(only: CodingKeys.self).decode(String.self, forKey: .name)
    }
  }

  var dishes: [Dish]?
  var isOpen: Bool?

  private enum CodingKeys: String, CodingKey { case dishes, isOpen }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(only: CodingKeys.self)
    dishes = try fields.decodeIfPresent([Dish].self, forKey: .dishes)
    isOpen = try fields.decodeIfPresent(Bool.self, forKey: .isOpen)
  }
}
