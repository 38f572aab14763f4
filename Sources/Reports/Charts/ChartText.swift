/// How wide texts of a picture are, and how they are broken to fit.
///
/// A page in HTML is set in whatever font the reader has: the widths are those of the wider of PT Sans and Arial, so that
/// a text takes no more room than it was given in either, and the picture is the same on every machine.
enum ChartText {
  /// From one line to the next, as a multiple of the size.
  static let leading = 1.25
  /// Of the letters above and below the line they stand on, as a multiple of the size.
  static let ascent = 0.8
  static let descent = 0.25

  /// In points.
  static func width(_ text: String, _ size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + (widths[$1] ?? widest) } * size / 100
  }

  /// The text in lines that fit into a width, and no more of them than are asked for; what is cut off ends in «…».
  static func lines(_ text: String, _ size: Double, width: Double, most: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
      var rest = String(word)
      while true {
        let candidate = current.isEmpty ? rest : current + " " + rest
        if self.width(candidate, size) <= width {
          current = candidate
          break
        }
        if lines.count == most { return Self.cut(lines, size, width) }
        if !current.isEmpty {
          lines.append(current)
          current = ""
        } else {
          let head = Self.head(of: rest, size, width)
          lines.append(head)
          rest.removeFirst(head.count)
        }
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines.count <= most ? lines : cut(Array(lines.prefix(most)), size, width)
  }

  /// As much of a word as fits, one letter at least.
  private static func head(of word: String, _ size: Double, _ width: Double) -> String {
    var head = ""
    for letter in word {
      if !head.isEmpty, self.width(head + String(letter), size) > width { break }
      head.append(letter)
    }
    return head
  }

  private static func cut(_ lines: [String], _ size: Double, _ width: Double) -> [String] {
    guard var last = lines.last else { return lines }
    while !last.isEmpty, self.width(last + "…", size) > width { last.removeLast() }
    return lines.dropLast() + [last + "…"]
  }

  private static let widest = 108.0

  /// In hundredths of the size.
  private static let widths: [Unicode.Scalar: Double] = {
    let letters: [(Double, String)] = [
      (24, "'’"), (28, " ,.:;ij|\u{A0}·"), (32, "!I[]fl"), (36, "\"()-/`rt{}„“”"), (40, "*\\²г"), (48, "зкт"),
      (52, "J^cksvxyzсухэ"), (56, "#$0123456789?L_abdeghnopqu«»ёГавеийнопрчья₽"), (60, "+<=>~бдлц−"),
      (64, "FTZЗКТУъ"), (68, "ABEKPSVXYЁАБВДЕЛРХЧЬж–"), (72, "ИЙПЭмы"), (76, "CDHNRUwНСЦЯю"), (80, "GOQОФЪ"),
      (84, "&MmМфшщ"), (92, "%ШЫ"), (96, "WЖЩ"), (100, "—…"), (104, "Ю"),
    ]
    var widths: [Unicode.Scalar: Double] = [:]
    for (width, scalars) in letters {
      for scalar in scalars.unicodeScalars { widths[scalar] = width }
    }
    return widths
  }()
}
