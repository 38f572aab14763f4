import Foundation
import Testing

/// Attached files: they travel beside the document in one archive, and lie beside the store.
struct PackageTests {
  let office: Office
  var laureat: Command { office.laureat }

  static let photo = Attached(name: "фото работы.jpg", content: "the picture of a box")
  static let text = Attached(name: "описание.txt", content: "a box with a lid")

  init() throws {
    office = try Office("city", title: "Администрация города")
    _ = try office.take(Documents.announcement())
  }

  private static func application(
    _ id: String = "a", _ files: [Attached] = [photo, text], title: String = "Шкатулка", correction: Int = 0
  ) -> String {
    Documents.application(id, title: title, correction: correction, more: files.map(\.xml).joined())
  }

  private static func files(
    of id: String = "a", _ files: [Attached] = [photo, text]
  ) -> [(name: String, content: String)] {
    files.map { ("files/\(id)/\($0.name)", $0.content) }
  }

  /// A package of applications and files.
  private func package(
    _ document: String = Documents.applications(application()),
    _ files: [(name: String, content: String)] = files(), name: String = "applications.xml"
  ) throws -> String {
    try laureat.pack([(name, document)] + files, to: "package.zip")
  }

  private var shelf: [String] { (try? laureat.names(in: "store.sqlite.files")) ?? [] }
  private static var digests: [String] { [photo.digest, text.digest].sorted() }

  // MARK: Taking in

  @Test func `a package brings its applications and their files`() throws {
    let verdict = try laureat.must("import", package(), "--receipt", "receipt.xml", "--json").json()[0]
    #expect(verdict["accepted"] == 1)
    // The sender is unknown, and that is all there is to say.
    #expect(verdict["diagnostics"].map("code") == ["GC-050-0040"])
    #expect(shelf == Self.digests)
    let files = try office.json("entry", "files", "fair/1")
    #expect(files.map("name") == [.string(Self.photo.name), .string(Self.text.name)])
    #expect(files.map("here") == [true, true])
    #expect(try laureat("check", "receipt.xml").status == 0)
    #expect(try laureat("doctor").status == 0)

    try laureat.must("entry", "files", "fair/1", "-o", "out")
    #expect(try laureat.text("out/\(Self.photo.name)") == Self.photo.content)
    #expect(try laureat.text("out/\(Self.text.name)") == Self.text.content)
    let again = try laureat("entry", "files", "fair/1", "-o", "out")
    #expect(again.status == 0)
    try laureat.write("somebody's work", to: "out/\(Self.text.name)")
    #expect(try laureat("entry", "files", "fair/1", "-o", "out").status == 73)
    #expect(try laureat.text("out/\(Self.text.name)") == "somebody's work")
  }

  @Test func `a package made by packing a folder is taken too`() throws {
    let files = Self.files().map { ("заявки/\($0.name)", $0.content) }
    let litter = [("__MACOSX/заявки/._a.xml", "x"), ("заявки/.DS_Store", "x"), ("заявки/files/a/Thumbs.db", "x")]
    let path = try package(files: files + litter, name: "заявки/документ.XML")
    let verdict = try laureat.must("import", path, "--json").json()[0]
    #expect(verdict["diagnostics"].map("code") == ["GC-050-0040"])
    #expect(shelf == Self.digests)
  }

  private func package(files: [(String, String)], name: String) throws -> String {
    try package(Documents.applications(Self.application()), files, name: name)
  }

  @Test func `a package can be checked without a store`() throws {
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    #expect(try laureat("check", package(), "announcement.xml").status == 0)
    let result = try laureat("check", package(files: [], name: "a.xml"), "announcement.xml")
    #expect(result.status == 3)
    #expect(result.errors.contains("GC-040-0250"))
    #expect(shelf.isEmpty)
  }

  @Test func `a dry run leaves no files`() throws {
    try laureat.must("import", package(), "--dry-run")
    #expect(shelf.isEmpty)
  }

  @Test func `the files may come after the document`() throws {
    try laureat.write(Documents.applications(Self.application()), to: "a.xml")
    try laureat.must("import", "a.xml", "--receipt", "first.xml")
    #expect(try office.json("entry", "files", "fair/1").map("here") == [false, false])
    let verdict = try laureat.must("import", package(), "--receipt", "second.xml", "--json").json()[0]
    #expect(verdict["status"] == "duplicate")
    #expect(try laureat.bytes("first.xml") == laureat.bytes("second.xml"))
    #expect(try office.json("entry", "files", "fair/1").map("here") == [true, true])
    #expect(try office.json("history", "--last", "1").map("kind") == ["files"])
    #expect(try laureat("doctor").status == 0)
    // Once more there is nothing new to tell.
    try laureat.must("import", package())
    #expect(try office.json("history", "--last", "1").map("id") == [4])
  }

  @Test func `a correction brings only what is new`() throws {
    try laureat.must("import", package())
    let new = Attached(name: "фото 2.jpg", content: "another picture")
    let document = Documents.applications(
      Self.application("a", [Self.photo, new], correction: 1), message: 20)
    try laureat.must("import", package(document, Self.files(of: "a", [new])))
    #expect(try office.json("entry", "files", "fair/1").map("here") == [true, true])
    // The text may be wanted again, for the correction can be taken back.
    #expect(shelf == (Self.digests + [new.digest]).sorted())
    try laureat.must("undo", "4")
    #expect(
      try office.json("entry", "files", "fair/1").map("name") == [.string(Self.photo.name), .string(Self.text.name)])
    #expect(shelf == Self.digests)
  }

  // MARK: What is wrong with a package

  /// How the files of an application differ from what it says, and the code that says so.
  @Test(arguments: [
    (files(of: "a", [photo]), "GC-040-0250", 2),
    (files(of: "b"), "GC-040-0251", 2),
    (files(of: "a", [Attached(name: photo.name, content: "short"), text]), "GC-040-0252", 1),
    (files(of: "a", [Attached(name: photo.name, content: "the picture of a fox"), text]), "GC-040-0252", 1),
    (files(of: "a", [photo, Attached(name: "text.txt", content: text.content)]), "GC-040-0251", 2),
  ])
  func `a file that is not the one described refuses its application`(
    files: [(name: String, content: String)], code: String, number: Int
  ) throws {
    let sound = Documents.application("ok")
    let path = try package(Documents.applications(Self.application(), sound), files)
    let result = try laureat("import", path, "--json")
    #expect(result.status == 3)
    let verdict = try result.json()[0]
    #expect(verdict["accepted"] == 1)
    let finding = try #require(
      verdict["diagnostics"].list.first { $0["severity"] == "error" && $0["code"] == .string(code) })
    #expect(finding["path"].string?.contains("attachment") == true)
    #expect(shelf.isEmpty)
    #expect(!result.errors.contains(Self.photo.name))
  }

  @Test func `files that no application speaks of are told and left`() throws {
    let result = try laureat("import", package(Documents.applications(Self.application("a", [Self.photo]))))
    #expect(result.status == 0)
    #expect(result.errors.contains("GC-040-0253"))
    #expect(shelf == [Self.photo.digest])
  }

  @Test func `a refused application leaves no files`() throws {
    let late = Self.application().replacing("2020-03-10T", with: "2020-04-10T")
    let result = try laureat("import", package(Documents.applications(late)))
    #expect(result.status == 1)
    #expect(!result.errors.contains("GC-040-0253"))
    #expect(shelf.isEmpty)
    let both = Documents.applications(Self.application("a"), late.replacing("id=\"a\"", with: "id=\"b\""), message: 9)
    #expect(try laureat("import", package(both), "--all-or-nothing").status == 1)
    #expect(shelf.isEmpty)
  }

  @Test func `names that lead elsewhere or come twice are refused`() throws {
    for name in ["../../x.jpg", "a/b.jpg", "C:x.jpg", ".hidden"] {
      let file = Attached(name: name, content: "x")
      let result = try laureat("import", package(Documents.applications(Self.application("a", [file])), []))
      #expect(result.status == 1)
      #expect(result.errors.contains("GC-040-0017"))
    }
    let twice = [Attached(name: "a.jpg", content: "x"), Attached(name: "A.JPG", content: "y")]
    let result = try laureat("import", package(Documents.applications(Self.application("a", twice)), []))
    #expect(result.errors.contains("GC-040-0018"))
  }

  /// Changes the bytes of a package after it was made.
  private func altered(_ change: (inout Data) -> Void) throws -> String {
    var data = try Data(
      contentsOf: URL(filePath: package(files: [("xx/escape.jpg", "x")] + Self.files(), name: "a.xml")))
    change(&data)
    try data.write(to: laureat.folder.appending(path: "package.zip"))
    return "package.zip"
  }

  @Test func `an archive that could do harm is refused as a whole`() throws {
    let before = try laureat.state()
    for name in ["../escape.jpg", "/xx/escap.jpg", "xx\\escape.jpg", "C:/escape.jpg"] {
      let file = try altered { $0.replaceAll("xx/escape.jpg", with: name) }
      let result = try laureat("import", file)
      #expect(result.status == 65)
      #expect(result.errors.contains("GC-020-0060"), "\(name): \(result.errors)")
    }
    #expect(try laureat.state() == before)
    #expect(shelf.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: laureat.folder.deletingLastPathComponent().path + "/escape.jpg"))
  }

  @Test func `two files of one name refuse the archive`() throws {
    let twin = Attached(name: "ОПИСАНИЕ.txt", content: "x")
    let file = try package(
      Documents.applications(Self.application()), Self.files() + [("files/a/0000000000000000.txt", "x")])
    var data = try Data(contentsOf: URL(filePath: file))
    data.replaceAll("files/a/0000000000000000.txt", with: "files/a/\(twin.name)")
    try data.write(to: URL(filePath: file))
    let result = try laureat("import", file)
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0060"), "\(result.errors)")
  }

  @Test func `an archive that is cut, or has damaged contents, is refused as a whole`() throws {
    let before = try laureat.state()
    for file in [{ $0.count / 2 }, { $0.count - 10 }] as [(Data) -> Int] {
      let result = try laureat("import", altered { $0 = $0.prefix(file($0)) })
      #expect(result.status == 65)
      #expect(result.errors.contains("GC-020-0061"), "\(result.errors)")
    }
    #expect(try laureat.state() == before)
    #expect(shelf.isEmpty)
  }

  @Test(arguments: [
    [("files/a/x.jpg", "x")], [("a.xml", "<a/>"), ("b.xml", "<a/>")], [("one/two/three/a.xml", "<a/>")],
  ])
  func `an archive without one document is refused`(files: [(String, String)]) throws {
    try laureat.pack(files, to: "package.zip")
    let result = try laureat("import", "package.zip")
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0062"))
  }

  @Test func `a small archive that becomes a huge file is refused`() throws {
    let zeros = String(repeating: "0", count: 20 << 20)
    let result = try laureat("import", package(files: [("files/a/0.jpg", zeros)], name: "a.xml"))
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0060"))
  }

  // MARK: Sending

  @Test func `applications go on as a package, and come back whole`() throws {
    try laureat.must("import", package())
    try laureat.must("export", "applications", "--contest", "fair", "--package", "-o", "out.zip")
    let files = try laureat.unpack("out.zip")
    #expect(Set(files.keys) == ["applications.xml", "files/a/\(Self.photo.name)", "files/a/\(Self.text.name)"])
    let bytes = try laureat.bytes("out.zip")
    try laureat.must("export", "applications", "--contest", "fair", "--package", "-o", "out.zip")
    #expect(try laureat.bytes("out.zip") == bytes)
    #expect(try laureat.names(in: ".").filter { $0.hasPrefix(".out") }.isEmpty)

    let other = try Office("commission", title: "Комиссия")
    _ = try other.take(Documents.announcement())
    try other.laureat.must("import", laureat.path("out.zip"))
    #expect(try other.laureat.names(in: "store.sqlite.files") == Self.digests)
  }

  @Test func `a package is not made of files that are not here`() throws {
    try laureat.write(Documents.applications(Self.application()), to: "a.xml")
    try laureat.must("import", "a.xml")
    let result = try laureat("export", "applications", "--contest", "fair", "--package", "-o", "out.zip")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0250"))
    #expect(!laureat.exists("out.zip"))
    #expect(try office.json("history", "--last", "1").map("kind") == ["import"])
    #expect(try laureat("export", "applications", "--contest", "fair", "--package").status == 64)
  }

  // MARK: By hand

  @Test func `files are attached, replaced and removed by hand`() throws {
    try laureat.write(Self.photo.content, to: Self.photo.name)
    try laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Шкатулка", "--group", "Семья",
      "--date", "2020-03-10", "--processing-consent", "--file", Self.photo.name)
    #expect(try office.json("entry", "files", "fair/1").map("sha256") == [.string(Self.photo.digest)])
    #expect(try office.json("entry", "files", "fair/1").map("mediaType") == ["image/jpeg"])
    try laureat.write("new", to: Self.photo.name)
    try laureat.write(Self.text.content, to: Self.text.name)
    try laureat.must("entry", "edit", "fair/1", "--file", Self.photo.name, "--file", Self.text.name)
    #expect(try office.json("entry", "files", "fair/1").map("size") == [16, 3].reversed())
    try laureat.must("entry", "edit", "fair/1", "--remove-file", Self.photo.name)
    #expect(try office.json("entry", "files", "fair/1").map("name") == [.string(Self.text.name)])
    #expect(try laureat("entry", "edit", "fair/1", "--file", "none.jpg").status == 66)
    let before = shelf
    try laureat.write("never", to: "never.txt")
    try laureat.must("entry", "edit", "fair/1", "--file", "never.txt", "--dry-run")
    #expect(shelf == before)
  }

  // MARK: Keeping

  @Test func `a lost or changed file is found`() throws {
    try laureat.must("import", package())
    let file = laureat.folder.appending(path: "store.sqlite.files/\(Self.photo.digest)")
    try Data("the picture of a fox".utf8).write(to: file)
    #expect(try laureat("doctor").status == 1)
    // The package brings it back.
    try laureat.must("import", package())
    #expect(try laureat("doctor").status == 0)
    try FileManager.default.removeItem(at: file)
    let check = try laureat("doctor", "--json").json()["checks"].list.first { $0["name"] == "files" }
    #expect(check?["faults"].list.count == 1)
    try laureat.must("import", package())
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `taking an import back takes its files away`() throws {
    try laureat.must("import", package())
    try laureat.must("undo", "3", "--dry-run")
    #expect(shelf == Self.digests)
    // What a crash has left goes too.
    try laureat.write("half a picture", to: "store.sqlite.files/.\(Self.photo.digest).7-x")
    try laureat.must("undo", "3")
    #expect(shelf.isEmpty)
    try laureat.must("import", package())
    #expect(shelf == Self.digests)
  }

  @Test func `erasing a person takes the files away, unless others have them too`() throws {
    let document = Documents.applications(Self.application("a"), Self.application("b", [Self.text]))
    try laureat.must("import", package(document, Self.files() + Self.files(of: "b", [Self.text])))
    try laureat.must("entry", "erase", "fair/1", "--reason", "отозвано согласие")
    #expect(shelf == [Self.text.digest])
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a backup has the files with it`() throws {
    try laureat.must("import", package())
    try laureat.must("backup", "copy.sqlite")
    #expect(try laureat.names(in: "copy.sqlite.files") == Self.digests)
    #expect(try laureat("doctor", "--store", "copy.sqlite").status == 0)
    #expect(try laureat("backup", "copy.sqlite").status == 73)
    try laureat.must("undo", "3")
    try laureat.must("backup", "copy.sqlite", "--force")
    #expect(try laureat.names(in: "copy.sqlite.files").isEmpty)
  }
}

extension Data {
  fileprivate mutating func replaceAll(_ name: String, with other: String) {
    while let range = range(of: Data(name.utf8)) { replaceSubrange(range, with: Data(other.utf8)) }
  }
}
