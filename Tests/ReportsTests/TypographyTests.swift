import Primitives
import Reports
import Testing

struct TypographyTests {
  @Test(arguments: [
    ("Скворечник \"Берёзка\"", "Скворечник «Берёзка»"),
    ("«Распоряжение «Об итогах»»", "«Распоряжение „Об\u{A0}итогах“»"),
    ("конкурс «Дом \"Уют\" и двор»", "конкурс «Дом „Уют“ и\u{A0}двор»"),
    ("дом в лесу", "дом в\u{A0}лесу"), ("Заявка № 4", "Заявка №\u{A0}4"), ("Кемерово — город", "Кемерово\u{A0}— город"),
    ("за «И снова весна»", "за\u{A0}«И\u{A0}снова весна»"), ("12 скворечников", "12\u{A0}скворечников"),
    ("первая \nв строке", "первая \nв\u{A0}строке"), ("", ""),
  ])
  func `a Russian text is set as a printer would`(text: String, polished: String) {
    #expect(Typography.polished(text, .russian) == polished)
    #expect(Typography.polished(polished, .russian) == polished)
  }

  @Test func `marks within marks are of another kind where nothing else is to change`() {
    #expect(Typography.nested("«Хоровод «Берёзка» в лесу»", .russian) == "«Хоровод „Берёзка“ в лесу»")
    #expect(Typography.nested("“Хоровод «Берёзка»”", .english) == "“Хоровод «Берёзка»”")
  }

  @Test(arguments: [
    ("Хоровод «Берёзка»", "«Хоровод „Берёзка“»", "“Хоровод «Берёзка»”"),
    ("Дом \"Уют\" и двор", "«Дом „Уют“ и двор»", "“Дом \"Уют\" и двор”"),
    ("«Весна «Зелёная»»", "«Весна „Зелёная“»", "«Весна «Зелёная»»"),
  ])
  func `a title between marks keeps the marks within it apart`(title: String, russian: String, english: String) {
    #expect(Format.quoted(title, .russian) == russian)
    #expect(Format.quoted(title, .english) == english)
  }

  @Test(arguments: [("8.4000", "8,4000", "8.4000"), ("+0.71", "+0,71", "+0.71"), ("-1.41", "−1,41", "−1.41")])
  func `a rounded figure has the marks of its language`(figure: String, russian: String, english: String) {
    #expect(Format.rounded(figure, .russian) == russian)
    #expect(Format.rounded(figure, .english) == english)
  }

  @Test func `an English text keeps its marks`() {
    #expect(Typography.polished("A “warm” house — \"ours\"", .english) == "A “warm” house\u{A0}— \"ours\"")
  }
}
