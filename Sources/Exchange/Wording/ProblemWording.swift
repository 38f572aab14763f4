internal import LibXML
internal import Primitives

// What ended the reading, as the XML layer found it.

extension Wording {
  /// What ended the reading.
  static func diagnostic(_ problem: XMLProblem, file: String, record: String? = nil) -> Diagnostic {
    let (code, message, advice) = fileWording(problem.kind, at: problem.path)
    let line = problem.position.line > 0 ? problem.position.line : nil
    let column = problem.position.column > 0 ? problem.position.column : nil
    return Diagnostic(
      code, message, advice: advice, record: record,
      location: .init(file: file, line: line, column: column, path: problem.path.isEmpty ? nil : problem.path))
  }

  private static func fileWording(
    _ kind: XMLProblem.Kind, at path: String
  ) -> (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch kind {
    case .encoding(let fault): encodingWording(fault)
    case .doctype:
      (
        ExchangeCode.doctype,
        LocalizedText(ru: "объявление DOCTYPE не допускается", en: "a DOCTYPE is not allowed"),
        LocalizedText(ru: "удалите объявление из файла", en: "remove it from the file")
      )
    case .entityReference:
      (
        ExchangeCode.entityReference,
        LocalizedText(ru: "ссылка на сущность не допускается", en: "an entity reference is not allowed"),
        LocalizedText(
          ru: "пишите символ прямо или числовой ссылкой вида &#8470;",
          en: "write the character itself or a numeric reference such as &#8470;")
      )
    case .xmlVersion:
      (
        ExchangeCode.xmlVersion,
        LocalizedText(ru: "читается только XML версии 1.0", en: "only XML version 1.0 is read"),
        LocalizedText(
          ru: "укажите в первой строке version=\"1.0\"", en: "declare version=\"1.0\" in the first line")
      )
    case .notWellFormed:
      (
        ExchangeCode.notWellFormed,
        LocalizedText(ru: "файл не является правильным XML", en: "the file is not well-formed XML"),
        LocalizedText(
          ru: "проверьте незакрытые элементы и знаки < и & в тексте на указанной строке",
          en: "look for unclosed elements and for < and & in the text at this line")
      )
    case .contentAfterRoot:
      (
        ExchangeCode.notWellFormed,
        LocalizedText(
          ru: "за концом корневого элемента есть что-то ещё", en: "something stands behind the end of the root element"),
        LocalizedText(
          ru: "после корневого элемента ничего не должно быть: уберите лишнее, а второй документ сохраните отдельно",
          en: "nothing may follow the root element: remove it, and save a second document on its own")
      )
    case .truncated:
      (
        ExchangeCode.truncated, LocalizedText(ru: "файл обрывается", en: "the file breaks off"), askAgain
      )
    case .limit(let limit):
      (
        ExchangeCode.limitExceeded,
        LocalizedText(
          ru: "превышен предел: \(limitName(limit)[.russian])", en: "a limit is exceeded: \(limitName(limit)[.english])"
        ),
        LocalizedText(
          ru: "такой файл не похож на документ обмена; проверьте, тот ли он",
          en: "no exchange document looks like this; check that it is the right file")
      )
    case .unknownRoot:
      (
        ExchangeCode.unknownRoot,
        LocalizedText(
          ru: "это не документ обмена: корневой элемент неизвестен",
          en: "this is no exchange document: its root element is unknown"),
        LocalizedText(ru: "известны: \(roots)", en: "known are: \(roots)")
      )
    case .wrongNamespace:
      (
        ExchangeCode.wrongNamespace,
        LocalizedText(
          ru: "элемент не из пространства имён \(Exchange.namespace)",
          en: "the element is not in the namespace \(Exchange.namespace)"),
        isRoot(path)
          ? LocalizedText(
            ru: "укажите в корневом элементе xmlns=\"\(Exchange.namespace)\"",
            en: "write xmlns=\"\(Exchange.namespace)\" in the root element")
          : LocalizedText(
            ru: "другие пространства имён допустимы только внутри extensions",
            en: "other namespaces are allowed only inside extensions")
      )
    case .envelopeAttribute(let name, let fault): attributeWording(name, fault, at: path)
    case .unexpectedElement(let found, let expected):
      (
        ExchangeCode.unknownRecord,
        LocalizedText(
          ru: "элемент «\(found)» здесь не ожидается\(list(expected, "; ожидается: "))",
          en: "\(found) is not expected here\(list(expected, "; expected: "))"),
        LocalizedText(
          ru: "проверьте имя раздела и его место; чужие данные пишутся внутри extensions",
          en: "check its name and place; foreign data belongs inside extensions")
      )
    case .missingElement(let expected):
      (
        ExchangeCode.missingPart,
        LocalizedText(
          ru: "в документе не хватает: \(expected.joined(separator: ", "))",
          en: "the document lacks \(expected.joined(separator: ", "))"), exportAgain
      )
    case .strayText:
      (
        ExchangeCode.strayText,
        LocalizedText(ru: "текст между записями не допускается", en: "text between records is not allowed"),
        LocalizedText(
          ru: "уберите текст или оформите его комментарием <!-- … -->",
          en: "remove the text, or make it a comment <!-- … -->")
      )
    case .forbiddenAttribute:
      (
        ExchangeCode.forbiddenAttribute,
        LocalizedText(ru: "xsi:type и xsi:nil не допускаются", en: "xsi:type and xsi:nil are not allowed"),
        LocalizedText(
          ru: "уберите атрибут; элемент без значения не пишется вовсе",
          en: "remove the attribute; an element without a value is left out")
      )
    case .schema(let fault): schemaWording(fault, at: path)
    case .io(let code): inputWording(code)
    case .internalError:
      (
        ExchangeCode.otherSchemaFault,
        LocalizedText(ru: "проверка прервана", en: "the check was broken off"),
        LocalizedText(
          ru: "пришлите файл разработчикам, если в нём нет личных данных",
          en: "send the file to the developers if it holds no personal data")
      )
    }
  }

  /// An attribute of the root.
  private static func attributeWording(
    _ name: String, _ fault: AttributeFault, at path: String
  ) -> (Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch fault {
    case .missing:
      (
        ExchangeCode.rootAttribute,
        LocalizedText(
          ru: "в корневом элементе не хватает атрибута «\(name)»", en: "the root lacks the attribute \(name)"),
        LocalizedText(
          ru: "добавьте \(name)=\"\(example(name))\" в корневой элемент",
          en: "add \(name)=\"\(example(name))\" to the root element")
      )
    case .unknown:
      (
        ExchangeCode.rootAttribute,
        LocalizedText(
          ru: "у корневого элемента неизвестный атрибут «\(name)»", en: "the root has an unknown attribute, \(name)"),
        LocalizedText(ru: "проверьте имя атрибута или уберите его", en: "check its name, or remove it")
      )
    case .invalid:
      (
        ExchangeCode.rootAttribute,
        LocalizedText(
          ru: "значение атрибута «\(name)» корневого элемента записано неверно",
          en: "the value of the root's attribute \(name) is not written as it must be"),
        FormAdvice.advice(at: path)
      )
    }
  }

  private static func example(_ name: String) -> String {
    name == Tag.formatVersion.text ? "1.0" : "…"
  }

  private static func isRoot(_ path: String) -> Bool {
    path.count { $0 == "/" } == 1
  }

  static func list(_ names: [String], _ lead: String) -> String {
    names.isEmpty ? "" : lead + names.joined(separator: ", ")
  }

  private static var roots: String { DocumentKind.allCases.map(\.rawValue).joined(separator: ", ") }
}
