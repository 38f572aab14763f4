internal import Grants
internal import LibXML
internal import Primitives

/// What the header says the document holds, against what it holds.
struct ControlFigures {
  private(set) var header: Header?
  private var element: Element?
  var records = 0
  private var awarded = Amount.zero
  /// False once a record could not be read, or was in another currency: then there is no sum to compare.
  private var isComplete = true

  mutating func begin(_ header: Header, from element: Element) {
    self.header = header
    self.element = element
  }

  mutating func add(_ project: Project?) {
    guard let project else { return isComplete = false }
    if let controlSum = header?.controlSum, project.awarded != nil, project.currency != controlSum.currency {
      isComplete = false
    }
    awarded += project.awarded ?? .zero
  }

  func mismatches(in file: String) -> [Diagnostic] {
    guard let header else { return [] }
    var mismatches: [Diagnostic] = []
    if header.recordCount != records {
      mismatches.append(
        Wording.recordCount(stated: header.recordCount, found: records, at: location(of: .recordCount, in: file)))
    }
    if let stated = header.controlSum, isComplete, stated.amount != awarded {
      mismatches.append(
        Wording.controlSum(stated: stated.amount, found: awarded, at: location(of: .controlSum, in: file)))
    }
    return mismatches
  }

  private func location(of tag: Tag, in file: String) -> Diagnostic.Location {
    let stated = element?.first(tag.name)
    return .init(file: file, line: stated?.position.line, column: stated?.position.column, path: stated?.path)
  }
}
