import ArgumentParser
import Contests
import Primitives

/// Who was at the meeting of the jury.
struct AttendanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "Присутствовал (id члена жюри); можно несколько раз. Без --present и --absent — все, кто оценивал.",
        en: "Was present (id of a juror); repeatable. Without --present and --absent: all who gave points."),
      valueName: "id"))
  var present: [Identifier] = []

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Отсутствовал (id члена жюри), остальные присутствовали; можно несколько раз.",
        en: "Was absent (id of a juror), the others were present; repeatable."), valueName: "id"))
  var absent: [Identifier] = []

  func validate() throws {
    guard present.isEmpty || absent.isEmpty else {
      throw ValidationError(
        local(ru: "назовите либо --present, либо --absent", en: "give --present or --absent, not both"))
    }
  }

  var isGiven: Bool { !present.isEmpty || !absent.isEmpty }

  /// - Parameter judging: Without a word on it, who gave points was there, and so was the secretary.
  /// - Throws: ``Failure`` for somebody who is not in the jury.
  func attendance(_ judging: Adjudication) throws -> [ResultsProtocol.Attendance] {
    let jury = judging.contest.jury
    for juror in present + absent { try judging.contest.knownJuror(juror) }
    let judged = Set(judging.sheets.map(\.juror))
    return jury.map { juror in
      let isPresent =
        if !present.isEmpty {
          present.contains(juror.id)
        } else if !absent.isEmpty {
          !absent.contains(juror.id)
        } else {
          juror.role == .secretary || judged.contains(juror.id)
        }
      return .init(juror: juror.id, name: juror.name, role: juror.role, post: juror.post, isPresent: isPresent)
    }
  }
}
