internal import LibXML
internal import Primitives

// What a record has wrong by the schema.

extension Wording {
  /// All problems of a record; those beyond the limit are counted in one more.
  ///
  /// - Parameter missing: What decoding did not find. The validator only says that the element after it is unexpected.
  static func diagnostics(_ record: Record, missing: MissingPart?, id: String?, file: String) -> [Diagnostic] {
    var all = record.problems.map { problem in
      var diagnostic = diagnostic(problem, file: file, record: id)
      if let missing, problem.isExplained(by: missing) {
        let wording = schemaWording(.missingElement(expected: [missing.name]), at: nil)
        (diagnostic.code, diagnostic.message, diagnostic.advice) = wording
      }
      return diagnostic
    }
    if record.omittedProblems > 0 { all.append(omitted(record.omittedProblems, of: record, id: id, file: file)) }
    return all
  }

  static func omitted(_ count: Int, of record: Record, id: String?, file: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.otherSchemaFault,
      LocalizedText(ru: "и ещё замечаний: \(count)", en: "and \(count) more problems"),
      record: id,
      location: .init(file: file, line: record.position.line, column: record.position.column, path: record.path))
  }

  /// - Parameter path: Of the element or attribute at fault.
  static func schemaWording(
    _ fault: SchemaFault, at path: String?
  ) -> (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch fault {
    case .unexpectedElement(let found, let expected):
      (
        ExchangeCode.unexpectedElement,
        LocalizedText(
          ru: "элемент «\(found)» здесь не ожидается\(list(expected, "; ожидается: "))",
          en: "\(found) is not expected here\(list(expected, "; expected: "))"),
        LocalizedText(ru: "проверьте имя и порядок элементов", en: "check the name and the order of the elements")
      )
    case .missingElement(let expected):
      (
        ExchangeCode.missingElement,
        LocalizedText(
          ru: "не хватает элемента\(list(expected, ": "))", en: "an element is missing\(list(expected, ": "))"),
        LocalizedText(ru: "добавьте его на это место", en: "add it here")
      )
    case .missingAttribute(let name):
      (
        ExchangeCode.missingAttribute,
        LocalizedText(ru: "не хватает атрибута «\(name)»", en: "the attribute \(name) is missing"),
        LocalizedText(ru: "добавьте его в начальный тег элемента", en: "add it to the start tag of the element")
      )
    case .unexpectedAttribute(let name):
      (
        ExchangeCode.unexpectedAttribute,
        LocalizedText(ru: "атрибут «\(name)» здесь не ожидается", en: "the attribute \(name) is not expected here"),
        LocalizedText(ru: "проверьте имя атрибута или уберите его", en: "check its name, or remove it")
      )
    case .invalidValue:
      (
        ExchangeCode.invalidValue,
        LocalizedText(ru: "значение записано неверно", en: "the value is not written as it must be"),
        FormAdvice.advice(at: path)
      )
    case .facet(.enumeration(let allowed)):
      (
        ExchangeCode.valueNotListed,
        LocalizedText(ru: "такого значения нет в списке", en: "the value is not in the list"),
        allowed.isEmpty
          ? FormAdvice.advice(at: path)
          : LocalizedText(
            ru: "допустимо: \(allowed.joined(separator: ", "))", en: "allowed: \(allowed.joined(separator: ", "))")
      )
    case .facet(let facet):
      (ExchangeCode.valueBreaksLimit, facetName(facet), FormAdvice.advice(at: path) ?? facetAdvice(facet))
    case .emptyContent:
      (
        ExchangeCode.strayContent,
        LocalizedText(ru: "элемент должен быть пустым", en: "the element must be empty"),
        LocalizedText(
          ru: "уберите его содержимое: всё нужное пишется в атрибутах",
          en: "remove what it holds: all it says is in its attributes")
      )
    case .unexpectedText:
      (
        ExchangeCode.strayContent,
        LocalizedText(ru: "здесь не место тексту", en: "text has no place here"),
        LocalizedText(
          ru: "уберите текст или перенесите его в подходящий элемент",
          en: "remove the text, or move it to an element that takes it")
      )
    case .other(let code):
      (
        ExchangeCode.otherSchemaFault,
        LocalizedText(ru: "нарушена схема документа (правило \(code))", en: "the schema is broken (rule \(code))"),
        LocalizedText(
          ru: "сверьте элемент со схемой документа", en: "compare the element with the schema of the document")
      )
    }
  }

  /// Where the element's name says nothing about the form.
  private static func facetAdvice(_ facet: SchemaFault.Facet) -> LocalizedText? {
    switch facet {
    case .blank:
      LocalizedText(
        ru: "укажите значение; необязательный элемент можно убрать",
        en: "give a value, or remove it where it is optional"
      )
    case .maxLength: LocalizedText(ru: "сократите текст", en: "shorten the text")
    default: nil
    }
  }

  private static func facetName(_ facet: SchemaFault.Facet) -> LocalizedText {
    switch facet {
    case .pattern: LocalizedText(ru: "значение записано не по образцу", en: "the value is not of the required form")
    case .blank: LocalizedText(ru: "не заполнено", en: "is empty")
    case .length: LocalizedText(ru: "значение не той длины", en: "the value is not of the required length")
    case .minLength: LocalizedText(ru: "значение слишком короткое", en: "the value is too short")
    case .maxLength: LocalizedText(ru: "значение слишком длинное", en: "the value is too long")
    case .minInclusive, .minExclusive: LocalizedText(ru: "значение слишком мало", en: "the value is too small")
    case .maxInclusive, .maxExclusive: LocalizedText(ru: "значение слишком велико", en: "the value is too large")
    case .totalDigits, .fractionDigits: LocalizedText(ru: "слишком много цифр", en: "too many digits")
    case .enumeration: LocalizedText(ru: "такого значения нет в списке", en: "the value is not in the list")
    }
  }
}

extension XMLProblem {
  /// True when an element stands where the missing one should.
  fileprivate func isExplained(by missing: MissingPart) -> Bool {
    guard case .schema(.unexpectedElement(_, let expected)) = kind, expected.contains(missing.name),
      path.hasPrefix(missing.parent + "/")
    else { return false }
    return !path.dropFirst(missing.parent.count + 1).contains("/")
  }
}
