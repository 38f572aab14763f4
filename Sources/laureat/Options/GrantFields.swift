import ArgumentParser
import Grants
import Primitives

/// What `grant create` and `grant edit` say about a project; what is not given stays as it is.
struct GrantFields: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "О проекте.", en: "About the project.")), transform: TypedText.long)
  var description: String?

  @Option(
    help: ArgumentHelp(local(ru: "Конкурс грантодателя.", en: "The funder's programme.")), transform: TypedText.line)
  var programme: String?

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "Nomination.")), transform: TypedText.line)
  var nomination: String?

  @Option(help: ArgumentHelp(local(ru: "Запрошено.", en: "Applied for."), valueName: "amount"))
  var applied: TypedAmount?

  @Option(help: ArgumentHelp(local(ru: "Присуждено.", en: "Awarded."), valueName: "amount"))
  var awarded: TypedAmount?

  @Option(help: ArgumentHelp(local(ru: "День присуждения.", en: "Day of the award."), valueName: dayForm))
  var awardedOn: Day?

  @Option(help: ArgumentHelp(local(ru: "Софинансирование.", en: "Co-financing."), valueName: "amount"))
  var coFinancing: TypedAmount?

  @Option(
    help: ArgumentHelp(local(ru: "Номер соглашения (договора).", en: "Number of the agreement."), valueName: "number"),
    transform: TypedText.short)
  var agreement: String?

  @Option(help: ArgumentHelp(local(ru: "Дата соглашения.", en: "Day of the agreement."), valueName: dayForm))
  var agreementDate: Day?

  @Option(help: ArgumentHelp(local(ru: "Начало по плану.", en: "Planned start."), valueName: dayForm))
  var starts: Day?

  @Option(help: ArgumentHelp(local(ru: "Конец по плану.", en: "Planned end."), valueName: dayForm))
  var ends: Day?

  @Option(help: ArgumentHelp(local(ru: "Начат на деле.", en: "Actual start."), valueName: dayForm))
  var started: Day?

  @Option(
    help: ArgumentHelp(
      local(ru: "Кончился на деле; новый срок, если продлён.", en: "Actual end; the new one where it was prolonged."),
      valueName: dayForm))
  var ended: Day?

  /// Which parts of a project are given a value.
  var given: Set<ClearedProjectPart> {
    let parts: [(ClearedProjectPart, Bool)] = [
      (.description, description != nil), (.programme, programme != nil), (.nomination, nomination != nil),
      (.applied, applied != nil), (.awarded, awarded != nil), (.awardedOn, awardedOn != nil),
      (.coFinancing, coFinancing != nil), (.agreement, agreement != nil || agreementDate != nil),
      (.planned, starts != nil || ends != nil), (.actual, started != nil || ended != nil),
    ]
    return Set(parts.filter { $0.1 }.map { $0.0 })
  }

  func apply(to project: inout Project) throws {
    if let description { project.description = description }
    if let programme { project.programme = programme }
    if let nomination { project.nomination = nomination }
    if let applied { project.applied = try applied.amount() }
    if let awarded { project.awarded = try awarded.amount() }
    if let awardedOn { project.awardedOn = awardedOn }
    if let coFinancing { project.coFinancing = try coFinancing.amount() }
    if agreement != nil || agreementDate != nil {
      guard let date = agreementDate ?? project.agreement?.date else {
        throw Failure.usage(
          LocalizedText(ru: "у соглашения нет даты", en: "the agreement has no day"),
          advice: LocalizedText(ru: "добавьте --agreement-date ГГГГ-ММ-ДД", en: "add --agreement-date YYYY-MM-DD"))
      }
      project.agreement = Agreement(number: agreement ?? project.agreement?.number, date: date)
    }
    project.plannedPeriod = project.plannedPeriod.with(start: starts, end: ends)
    project.actualPeriod = project.actualPeriod.with(start: started, end: ended)
  }
}

extension Period? {
  /// The period with the ends that are given; nil where neither ever was.
  fileprivate func with(start: Day?, end: Day?) -> Period? {
    if start == nil && end == nil { return self }
    return Period(start: start ?? self?.start, end: end ?? self?.end)
  }
}
