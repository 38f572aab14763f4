import LibQR
import Testing

struct QRCodeTests {
  @Test func `the corners carry the squares by which a reader finds the code`() throws {
    let code = try #require(QRCode("https://example.org/протокол/4"))
    let finder = [
      "#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######",
    ]
    for (top, left) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
      let found = (0..<7).map { row in
        String((0..<7).map { code.isDark(row: top + row, column: left + $0) ? "#" : " " as Character })
      }
      #expect(found == finder)
    }
  }

  @Test func `a longer text takes a larger code, one that is too long none`() throws {
    let short = try #require(QRCode("1"))
    let long = try #require(QRCode(String(repeating: "1", count: 2331)))
    #expect(short.size == 21)
    #expect(long.size == 177)
    #expect(QRCode(String(repeating: "1", count: 2332)) == nil)
  }

  @Test func `a text with a zero byte is refused, which would end it early`() {
    #expect(QRCode("1\u{0}2") == nil)
  }
}
