internal import LibXML
internal import Primitives

// What refuses a file as a whole.

extension Wording {
  static func emptyFile(_ file: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.empty, LocalizedText(ru: "файл пуст", en: "the file is empty"), advice: askAgain,
      location: .init(file: file))
  }

  static func notXML(_ file: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notXML, LocalizedText(ru: "это не XML", en: "this is not XML"),
      advice: LocalizedText(
        ru: "проверьте, тот ли это файл; документ обмена начинается со знака <",
        en: "check that it is the right file; an exchange document begins with <"),
      location: .init(file: file, line: 1, column: 1))
  }

  static func unsupportedVersion(file: String, position: TextPosition, root: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unsupportedVersion,
      LocalizedText(ru: "версия формата не поддерживается", en: "the version of the format is not supported"),
      advice: LocalizedText(ru: "поддерживаются версии 1.x", en: "supported are the versions 1.x"),
      location: .init(
        file: file, line: position.line, column: position.column, path: "/\(root)/@\(Tag.formatVersion.text)"))
  }

  /// A part on which the record at this place depends.
  static func partMissing(_ name: String, file: String, position: TextPosition, path: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingPart,
      LocalizedText(
        ru: "перед этой записью должен стоять раздел «\(name)»", en: "\(name) must stand before this record"),
      advice: exportAgain,
      location: .init(file: file, line: position.line, column: position.column, path: path))
  }

  static func recordCount(stated: Int, found: Int, at location: Diagnostic.Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.recordCount,
      LocalizedText(
        ru: "в заголовке указано записей: \(stated), в документе их \(found)",
        en: "the header states \(stated) records, the document holds \(found)"),
      advice: incomplete, location: location)
  }

  static func controlSum(stated: Amount, found: Amount, at location: Diagnostic.Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.controlSum,
      LocalizedText(
        ru: "контрольная сумма \(stated.text(.russian)) не равна сумме присуждённых грантов \(found.text(.russian))",
        en: "the control sum \(stated.text(.english)) is not the sum of the awards, \(found.text(.english))"),
      advice: incomplete, location: location)
  }

  static func duplicateIdentifier(file: String, id: String, element: Element) -> Diagnostic {
    Diagnostic(
      ExchangeCode.duplicateIdentifier,
      LocalizedText(
        ru: "запись с таким идентификатором в документе уже есть",
        en: "the document already holds a record of this identifier"),
      advice: LocalizedText(
        ru: "принята первая; дайте второй свой идентификатор или уберите её",
        en: "the first is taken; give the second an identifier of its own or remove it"),
      record: id,
      location: .init(
        file: file, line: element.position.line, column: element.position.column, path: element.path + "/@id"))
  }

  static let exportAgain = LocalizedText(
    ru: "попросите отправителя выгрузить документ заново", en: "ask the sender to export the document again")

  static let askAgain = LocalizedText(
    ru: "скопируйте или запросите его ещё раз", en: "copy it or ask for it again")

  private static let incomplete = LocalizedText(
    ru: "файл неполон или испорчен: попросите отправителя прислать его ещё раз",
    en: "the file is incomplete or damaged: ask the sender for it again")
}
