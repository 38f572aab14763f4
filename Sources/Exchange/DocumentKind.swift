internal import LibXML

/// The kinds of exchange documents, by the name of their root element.
public enum DocumentKind: String, CaseIterable, Sendable {
  // In the order in which several files are taken in: what is referred to comes first.
  case contestAnnouncement, grantPortfolio, applications, scoreSheets, resultsProtocol, grantReport, receipt

  /// The place of this kind among several files.
  public var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  var schemaFile: String {
    switch self {
    case .contestAnnouncement: "contest-announcement.xsd"
    case .grantPortfolio: "grant-portfolio.xsd"
    case .applications: "applications.xsd"
    case .scoreSheets: "score-sheets.xsd"
    case .resultsProtocol: "results-protocol.xsd"
    case .grantReport: "grant-report.xsd"
    case .receipt: "receipt.xsd"
    }
  }
}

extension DocumentKind {
  /// The root's content, which the reader checks itself so that one stray element does not hide later records. It says
  /// the same as the root's content model in the schema.
  var children: [EnvelopeChild] {
    let header = EnvelopeChild(name: Tag.header.text, minimum: 1, maximum: 1)
    func one(_ tag: Tag) -> EnvelopeChild { EnvelopeChild(name: tag.text, minimum: 1, maximum: 1) }
    func any(_ tag: Tag) -> EnvelopeChild { EnvelopeChild(name: tag.text, minimum: 0, maximum: nil) }
    func some(_ tag: Tag) -> EnvelopeChild { EnvelopeChild(name: tag.text, minimum: 1, maximum: nil) }
    return switch self {
    case .contestAnnouncement: [header, some(.contest)]
    case .grantPortfolio: [header, any(.project)]
    case .applications: [header, any(.application)]
    case .scoreSheets: [header, any(.scoreSheet), any(.recusal)]
    case .resultsProtocol: [header, one(.protocol), any(.result), any(.scoreSheet), any(.recusal)]
    case .grantReport: [header, one(.report), some(.project)]
    case .receipt: [header, one(.original), one(.outcome), any(.record)]
    }
  }

  /// The parts that stand exactly once, in their order.
  var singleParts: [Tag] {
    children.filter { $0.minimum == 1 && $0.maximum == 1 }.compactMap { child in
      Tag.allCases.first { $0.text == child.name }
    }
  }

  /// True when the root names the contest that its records belong to.
  var namesContest: Bool { self == .applications || self == .scoreSheets }

  /// The element that `recordCount` counts.
  func counts(_ tag: Tag) -> Bool {
    switch self {
    case .contestAnnouncement: tag == .contest
    case .grantPortfolio, .grantReport: tag == .project
    case .applications: tag == .application
    case .scoreSheets: tag == .scoreSheet || tag == .recusal
    case .resultsProtocol: tag == .result
    case .receipt: tag == .record
    }
  }
}
