import Primitives
import Reports
import Testing

struct TextTableTests {
  private let names = TextTable(
    [.flexible("Название"), .number("Заявки")], rows: [["Тепло твоих рук", "412"], ["Снежный калейдоскоп", "8"]])

  @Test func `names stand left, figures right, and no line ends in a blank`() {
    #expect(
      names.render() == """
        Название             Заявки
        ───────────────────  ──────
        Тепло твоих рук         412
        Снежный калейдоскоп       8

        """)
  }

  @Test func `the flexible column is cut to fit the terminal`() {
    #expect(
      names.render(width: 20) == """
        Название      Заявки
        ────────────  ──────
        Тепло твоих…     412
        Снежный кал…       8

        """)
  }

  @Test(arguments: 12...60)
  func `no line is wider than the terminal while a flexible column can give`(width: Int) {
    let lines = names.render(width: width).split(separator: "\n")
    let most = max(width, 8 + 2 + 6)
    #expect(lines.allSatisfy { String($0).displayWidth <= most })
  }

  @Test func `a wrapping table keeps every word`() {
    let table = TextTable(
      [.flexible("Проект"), .number("Поступило за период")],
      rows: [["Счастливое детство в родной семье\nгрант присуждён", "1,00"]], totals: [["Итого", "1,00"]],
      overflow: .wrap
    )
    #expect(
      table.render(width: 27) == """
                          Поступило
        Проект            за период
        ────────────────  ─────────
        Счастливое             1,00
        детство в родной
        семье
        грант присуждён
        ────────────────  ─────────
        Итого                  1,00

        """)
  }

  @Test func `columns line up under ideographs, emoji and combining marks`() {
    let table = TextTable(
      [.flexible("Имя"), .number("N")], rows: [["漢字", "1"], ["👍🏽", "2"], ["и\u{306}", "3"], ["❄️", "4"]])
    #expect(
      table.render() == """
        Имя   N
        ────  ─
        漢字  1
        👍🏽    2
        и\u{306}     3
        ❄️    4

        """)
  }

  @Test(arguments: [
    ("Кемерово", 8), ("", 0), ("e\u{301}", 1), ("日本", 4), ("🇷🇺", 2), ("👨‍👩‍👧", 2), ("…", 1), ("№\u{A0}5", 3), ("¼", 1),
  ])
  func `a text is as wide as a terminal shows it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `what would move the cursor or turn the writing does not reach the terminal`() {
    let table = TextTable([.flexible("T")], rows: [["a\u{1B}[2Jb\nc\u{202E}d"]])
    #expect(
      table.render()
        == """
        T
        ────────
        a [2Jb cd

        """.replacing("────────", with: "─────────"))
  }

  @Test func `an empty table says so, a short row is filled`() {
    #expect(TextTable([.flexible("T")]).render(language: .russian) == "Записей нет.\n")
    #expect(TextTable([.flexible("T")]).render(language: .english) == "Nothing to show.\n")
    #expect(TextTable([.flexible("T"), .number("N")], rows: [["a"]]).render() == "T  N\n─  ─\na\n")
  }

  @Test func `the caller styles the titles without disturbing the columns`() {
    let lines = names.render { "<b>\($0)</b>" }.split(separator: "\n")
    #expect(lines[0] == "<b>Название             Заявки</b>")
  }

  @Test func `totals are set off by a line`() {
    var table = names
    table.totals = [["Всего", "420"]]
    #expect(table.render().hasSuffix("───────────────────  ──────\nВсего                   420\n"))
  }

  @Test func `a paragraph breaks at spaces, never at a no-break space`() {
    #expect("аа бб\u{A0}вв гг".wrapped(to: 5) == "аа\nбб\u{A0}вв\nгг")
    #expect("— один два".wrapped(to: 7, indent: "  ") == "— один\n  два")
  }
}
