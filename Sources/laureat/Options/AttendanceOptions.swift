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
        ru: "Отсутствовал (id члена жюри), хотя оценивал; можно несколько раз.",
        en: "Was absent (id of a juror), though points were given; repeatable."), valueName: "id"))
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
    for juror in present + absent { try judging.contest.knownJuror(juror) }
    let attendance = judging.attendance(present: Set(present), absent: Set(absent))
    DiagnosticPrinter.show(judging.contradictions(in: attendance))
    return attendance
  }
}

extension Adjudication {
  /// Who was at the meeting: those named, else those who gave points and the secretary, but for whoever was absent.
  func attendance(present: Set<Identifier> = [], absent: Set<Identifier> = []) -> [ResultsProtocol.Attendance] {
    let judged = Set(sheets.map(\.juror))
    return contest.jury.map { juror in
      let isPresent =
        present.isEmpty
        ? !absent.contains(juror.id) && (juror.role == .secretary || judged.contains(juror.id))
        : present.contains(juror.id)
      return .init(juror: juror.id, name: juror.name, role: juror.role, post: juror.post, isPresent: isPresent)
    }
  }

  /// Those of whom the sheets say otherwise.
  fileprivate func contradictions(in attendance: [ResultsProtocol.Attendance]) -> [Diagnostic] {
    let judged = Set(sheets.map(\.juror))
    let voting = attendance.filter { $0.role != .secretary }
    let idle = voting.filter { member in member.isPresent && !(member.juror.map(judged.contains) ?? true) }
    let away = voting.filter { member in !member.isPresent && (member.juror.map(judged.contains) ?? false) }
    func names(_ members: [ResultsProtocol.Attendance]) -> String {
      members.compactMap { $0.juror?.description }.joined(separator: ", ")
    }
    return (idle.isEmpty ? [] : [.presentWithoutPoints(names(idle))])
      + (away.isEmpty ? [] : [.absentWithPoints(names(away))])
  }
}

extension Diagnostic {
  private static let checkAttendance = LocalizedText(
    ru: "проверьте --present и --absent: от них зависят кворум и протокол",
    en: "check --present and --absent: the quorum and the minutes rest on them")

  fileprivate static func presentWithoutPoints(_ jurors: String) -> Diagnostic {
    Diagnostic(
      ContestCode.attendanceDiffers, .warning,
      LocalizedText(
        ru: "отмечены присутствующими, но никого не оценили: \(jurors)",
        en: "marked present, and have given no points: \(jurors)"), advice: checkAttendance)
  }

  fileprivate static func absentWithPoints(_ jurors: String) -> Diagnostic {
    Diagnostic(
      ContestCode.attendanceDiffers, .warning,
      LocalizedText(
        ru: "отмечены отсутствующими, а их оценки учтены: \(jurors)",
        en: "marked absent, and their points count: \(jurors)"), advice: checkAttendance)
  }
}
