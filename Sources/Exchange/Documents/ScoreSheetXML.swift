internal import Contests
internal import Primitives

extension ScoreSheet {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), juror: try node.requiredAttribute(.juror),
      entry: try node.requiredAttribute(.entry), date: try node.required(.date),
      marks: try node.children(.points).map { node throws(Unreadable) in
        guard let points: Points = node.converted() else { throw Unreadable() }
        return Mark(criterion: try node.requiredAttribute(.criterion), points: points)
      },
      remark: node.text(.remark), extensions: node.extensions)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .scoreSheet, [(.id, id.description), (.juror, juror.description), (.entry, entry.description)])
    try writer.element(.date, date)
    for mark in marks {
      try writer.element(.points, mark.points.description, [(.criterion, mark.criterion.description)])
    }
    try writer.element(.remark, remark)
    try writer.extensions(extensions)
    try writer.close()
  }
}

extension Recusal {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), juror: try node.requiredAttribute(.juror),
      entry: try node.requiredAttribute(.entry), date: try node.required(.date),
      reason: try node.requiredText(.reason), extensions: node.extensions)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.recusal, [(.id, id.description), (.juror, juror.description), (.entry, entry.description)])
    try writer.element(.date, date)
    try writer.element(.reason, reason)
    try writer.extensions(extensions)
    try writer.close()
  }
}
