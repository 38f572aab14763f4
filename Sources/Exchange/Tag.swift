internal import LibXML

/// Every element and attribute name of the exchange documents. The order is of no meaning; the reader turns names into
/// these by pointer, so that decoding compares numbers, not strings.
enum Tag: UInt16, CaseIterable {
  case acceptsApplications, accepted, achievement, actual, actualOn, actualPeriod, address, admitted, advice, ageGroup
  case aggregation, agreement, amount, applicant, application, applications, applied, approvedOn, approvingAct
  case attachment, attendance, attracted, award, awarded, awardedOn
  case balance, birthDay, blind, budgetLine
  case change, checkpoint, closes, code, coFinancing, column, contact, contest, contestAnnouncement, contestTitle
  case controlSum, correctionNumber, count, createdAt, criterion, cumulative, currency
  case date, decision, decisionDigest, description, deviationReason, direction, district, divergenceReason, document,
    draft
  case earlierPlace, edition, eligibility, email, end, entry, erased, evidence, expense, extensions
  case fileName, formatVersion, from, funder
  case given, grant, grantee, grantPortfolio, grantReport, ground, group
  case header
  case id, indicator, inn, inPeriod, instalment, institution
  case judging, juror, jurorTotal
  case kind, kpp
  case language, leader, level, line, lineMove
  case marks, maximum, mediaType, messageID, method, minimum, minimumEntries, movedUpBy
  case name, narrative, nomination, nominationTitle, note, number
  case ogrn, oktmo, oneWinPerParticipant, opens, organisation, organiser, original, outcome, outOf, own, ownSpent
  case participants, passMark, path, payee, period, person, phone, place, placesByAgeGroup, planned, plannedOn,
    plannedPeriod
  case points, post, present, previousStage, price, prize, prizeFund, processingConsent, programme, project, `protocol`
  case publication, publicationConsent
  case quantity, quorum
  case rank, reason, receipt, received, receivedAt, receivedOn, recipient, record, recordCount, recusal, replaces
  case referenceMessageID, refund, refunded, registration, registrationNumber, rejected, remark, report, representative
  case requested, result, results, resultsProtocol, revokedOn, revokedPlaces, role, rules
  case schedule, schoolClass, scoresDigest, scoreSheet, scoreSheets, section, selected, sender, severity, sha256
  case share, sharedParticipant, sharedPlaces, signatory, site, size, software, source, spent, stage, stageOf, start,
    status,
    statusHistory, submitted, submittedAt, submittedOn
  case territory, test, text, tieBreak, tieDecision, title, to, total, totals
  case unchanged, unit, unitCode, updated
  case value
  case warnings, weight, withdrawal, withheld, wonBefore, works
  case year

  static let vocabulary = Vocabulary(texts)

  var name: Name { Name(index: rawValue) }

  /// The name as documents write it, which is the name of the case.
  var text: String { Self.texts[Int(rawValue)] }

  private static let texts = allCases.map { String(describing: $0) }
}
