extension ExactDecimal {
  /// With a comma and a minus, as Russian writes it: «4,5».
  package var inRussian: String { description.replacing(".", with: ",").replacing("-", with: "−") }

  /// So many points after «больше», «ниже» or «не менее»: «10 баллов», «21 балла», «4,5 балла».
  package var inRussianPoints: String {
    let isWhole = tenThousandths % 10_000 == 0
    let plural = RussianPlural("балла", "баллов", "баллов")
    let noun = isWhole ? plural.form(for: Int(clamping: tenThousandths / 10_000)) : "балла"
    return "\(inRussian) \(noun)"
  }
}
