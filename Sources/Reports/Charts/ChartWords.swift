internal import Primitives

extension Chart {
  /// The chart in words, for whoever hears it: what it is, and its figures as far as one listens to them.
  func description(_ language: Language) -> String {
    let isRussian = language == .russian
    let form =
      switch form {
      case .bars, .columns: isRussian ? "Столбчатая диаграмма" : "Bar chart"
      case .stackedBars: isRussian ? "Столбчатая диаграмма с накоплением" : "Stacked bar chart"
      case .steps: isRussian ? "Ступенчатый график по датам" : "Step chart over days"
      }
    let told = toldCategories
    var said = told.prefix(Self.mostSaid).map { index in
      let values = series.map { series in
        let value = series.value(index)
        return "\(series.title)\(Format.space)— "
          + (value.magnitude == nil ? (isRussian ? "нет данных" : "no data") : value.text(language))
      }
      return "\(categories[index].text(language)): \(values.joined(separator: ", "))"
    }
    if told.count > Self.mostSaid {
      said.append(isRussian ? "остальное — в таблице" : "the rest is in the table")
    }
    let level = level.map { ["\($0.title)\(Format.space)— \($0.value.text(language))"] } ?? []
    return "\(form). \((said + level).joined(separator: "; "))."
  }

  private static let mostSaid = 12

  /// Above a part of the chart that is not the first.
  func continuedTitle(_ language: Language) -> String {
    title + (language == .russian ? " (продолжение)" : " (continued)")
  }
}
