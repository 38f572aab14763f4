import Foundation
import LibPDF
import Testing

struct PNGImageTests {
  /// One red pixel.
  private static let pixel = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==") ?? Data())

  private func problem(_ bytes: [UInt8]) -> PDFProblem.Kind? {
    do {
      _ = try PNGImage(bytes: bytes)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func `a picture knows its measures and is drawn`() throws {
    let image = try PNGImage(bytes: Self.pixel)
    #expect((image.width, image.height) == (1, 1))
    func pictures(pages: Int) throws -> Int {
      let bytes = try PDFFile.bytes(PDFProperties(title: "", language: "ru", createdAt: "2020-01-01")) { file in
        for _ in 0..<pages {
          try file.newPage(.a4)
          file.canvas.draw(image, in: PDFRect(x: 0, y: 0, width: 50, height: 20))
        }
      }
      return String(decoding: bytes, as: UTF8.self).split(separator: "/Subtype /Image").count - 1
    }
    let once = try pictures(pages: 1)
    #expect(once > 0)
    #expect(try pictures(pages: 3) == once)
  }

  @Test func `what is no picture is refused`() {
    #expect(problem([]) == .notPNG)
    #expect(problem(Array("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>".utf8)) == .notPNG)
    #expect(problem(Array(Self.pixel.dropLast(30))) == .notPNG)
  }

  @Test(arguments: 8..<67) func `a damaged picture is refused or read, and nothing worse`(place: Int) {
    var bytes = Self.pixel
    bytes[place] ^= 0x5A
    #expect([nil, .notPNG, .imageTooLarge].contains(problem(bytes)))
  }

  @Test func `a picture that would be enormous is refused before it is unpacked`() {
    var bytes = Self.pixel
    bytes.replaceSubrange(16..<20, with: [0, 0, 0x13, 0x89])
    #expect(problem(bytes) == .imageTooLarge)
    #expect(problem(Self.pixel + [UInt8](repeating: 0, count: PNGImage.mostBytes)) == .imageTooLarge)
  }
}
