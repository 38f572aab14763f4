public import Primitives

/// The codes of what may be wrong with a contest, its entries and its decisions. Added to, never renamed.
public enum ContestCode {
  // Entries
  public static let submittedLate = Diagnostic.Code(.logic, 1)
  public static let submittedEarly = Diagnostic.Code(.logic, 2)
  public static let nominationMissing = Diagnostic.Code(.logic, 3)
  public static let nominationTakesNoApplications = Diagnostic.Code(.logic, 4)
  public static let contestNotAnnounced = Diagnostic.Code(.logic, 5)
  public static let contestFinished = Diagnostic.Code(.logic, 6)
  public static let countBelowNames = Diagnostic.Code(.logic, 7)
  public static let unknownAgeGroup = Diagnostic.Code(.logic, 8)
  public static let ageGroupMissing = Diagnostic.Code(.logic, 9)
  public static let consentRefused = Diagnostic.Code(.logic, 10)
  public static let consentMissing = Diagnostic.Code(.logic, 11)
  public static let titleRepeatsDescription = Diagnostic.Code(.logic, 12)
  public static let titleTooLong = Diagnostic.Code(.logic, 13)
  public static let ageOutsideGroup = Diagnostic.Code(.logic, 14)
  public static let lookAlikeLetters = Diagnostic.Code(.logic, 15)
  public static let personalDataInText = Diagnostic.Code(.logic, 16)
  public static let attachmentName = Diagnostic.Code(.logic, 17)
  public static let attachmentTwice = Diagnostic.Code(.logic, 18)

  // Contests
  public static let doubledIdentifier = Diagnostic.Code(.logic, 20)
  public static let weightsNotHundred = Diagnostic.Code(.logic, 21)
  public static let weightMissing = Diagnostic.Code(.logic, 22)
  public static let scheduleOutOfOrder = Diagnostic.Code(.logic, 23)
  public static let prizesBeyondFund = Diagnostic.Code(.logic, 24)
  public static let ageLimitsReversed = Diagnostic.Code(.logic, 25)
  public static let secondChair = Diagnostic.Code(.logic, 26)
  public static let programmePeriodReversed = Diagnostic.Code(.logic, 27)

  // The rules of a contest and its jury, once the work has begun
  public static let rulesInUse = Diagnostic.Code(.logic, 28)
  public static let jurorHasWorked = Diagnostic.Code(.logic, 29)
  public static let tooFewJurors = Diagnostic.Code(.logic, 30)
  public static let tieMethodNotAnnounced = Diagnostic.Code(.logic, 31)
  public static let reasonMissing = Diagnostic.Code(.logic, 32)
  public static let chairMissing = Diagnostic.Code(.logic, 33)

  // Winners
  public static let winnerNotAdmitted = Diagnostic.Code(.logic, 40)
  public static let placeAndPrizeMissing = Diagnostic.Code(.logic, 41)
  public static let wrongNomination = Diagnostic.Code(.logic, 42)
  public static let placeTaken = Diagnostic.Code(.logic, 43)
  public static let placeWithoutPrize = Diagnostic.Code(.logic, 44)
  public static let specialPrizeTaken = Diagnostic.Code(.logic, 45)
  public static let alreadyRecorded = Diagnostic.Code(.logic, 46)
  public static let secondPlaceInNomination = Diagnostic.Code(.logic, 47)
  public static let participantAlreadyWon = Diagnostic.Code(.logic, 48)
  public static let protocolBeforeClosing = Diagnostic.Code(.logic, 49)
  public static let placeBelowFirst = Diagnostic.Code(.logic, 50)
  public static let prizeNotAnnounced = Diagnostic.Code(.logic, 51)
  public static let participantsUnidentified = Diagnostic.Code(.logic, 52)
  public static let placeAgainstSheets = Diagnostic.Code(.logic, 53)

  // Protocols and their results
  public static let refusalWithoutReason = Diagnostic.Code(.logic, 60)
  public static let refusedWithAward = Diagnostic.Code(.logic, 61)
  public static let tieWithoutReason = Diagnostic.Code(.logic, 62)
  public static let countsDisagree = Diagnostic.Code(.logic, 63)
  public static let quorumNotReached = Diagnostic.Code(.logic, 64)
  public static let dayInFuture = Diagnostic.Code(.logic, 65)
  public static let contestCannotBeDecided = Diagnostic.Code(.logic, 66)
  public static let protocolDayDiffers = Diagnostic.Code(.logic, 67)
  public static let attendanceDiffers = Diagnostic.Code(.logic, 68)

  // Sheets of the jury
  public static let pointsAboveMaximum = Diagnostic.Code(.logic, 80)
  public static let markedTwice = Diagnostic.Code(.logic, 81)
  public static let criterionNotMarked = Diagnostic.Code(.logic, 82)
  public static let recusedJurorScores = Diagnostic.Code(.logic, 83)
  public static let secondSheet = Diagnostic.Code(.logic, 84)
  public static let scoredNotAdmitted = Diagnostic.Code(.logic, 85)
  public static let jurorDoesNotJudge = Diagnostic.Code(.logic, 86)
  public static let judgingClosed = Diagnostic.Code(.logic, 87)
  public static let jurorNotAssigned = Diagnostic.Code(.logic, 88)
  public static let sheetsMissing = Diagnostic.Code(.logic, 89)
  public static let sheetOfAnotherContest = Diagnostic.Code(.logic, 90)
  public static let sheetOfAnotherJuror = Diagnostic.Code(.logic, 91)
  public static let pointsAndRecusal = Diagnostic.Code(.logic, 92)
  public static let sheetBeforeEntry = Diagnostic.Code(.logic, 93)

  // The end of judging
  public static let roundUnfinished = Diagnostic.Code(.logic, 300)
  public static let tieUndecided = Diagnostic.Code(.logic, 301)
  public static let tooFewEntries = Diagnostic.Code(.logic, 302)
  public static let nobodyWins = Diagnostic.Code(.logic, 303)
  public static let entriesUndecided = Diagnostic.Code(.logic, 304)
  public static let nominationVoid = Diagnostic.Code(.logic, 305)
  public static let entriesNotEqual = Diagnostic.Code(.logic, 306)
  public static let revokedPlacesOpen = Diagnostic.Code(.logic, 307)
  public static let noRevokedPlaces = Diagnostic.Code(.logic, 308)
  public static let standingPlaceDiffers = Diagnostic.Code(.logic, 309)
  public static let equalsMissing = Diagnostic.Code(.logic, 320)
  public static let tooManyToRank = Diagnostic.Code(.logic, 321)

  // The proof of a protocol
  public static let pointsDiffer = Diagnostic.Code(.logic, 310)
  public static let sheetDiffers = Diagnostic.Code(.logic, 311)
  public static let sheetMissing = Diagnostic.Code(.logic, 312)
  public static let sheetUnknown = Diagnostic.Code(.logic, 313)
  public static let digestDiffers = Diagnostic.Code(.logic, 314)
  public static let totalDiffers = Diagnostic.Code(.logic, 315)
  public static let placeDiffers = Diagnostic.Code(.logic, 316)
  public static let outcomeDiffers = Diagnostic.Code(.logic, 317)
  public static let notProvable = Diagnostic.Code(.logic, 318)
  public static let prizeDiffers = Diagnostic.Code(.logic, 319)

  // References, also for those who resolve them elsewhere
  public static let unknownContest = Diagnostic.Code(.directory, 1)
  public static let unknownNomination = Diagnostic.Code(.directory, 2)
  public static let unknownEntry = Diagnostic.Code(.directory, 3)
  public static let unknownJuror = Diagnostic.Code(.directory, 4)
  public static let unknownCriterion = Diagnostic.Code(.directory, 5)
  public static let unknownProtocol = Diagnostic.Code(.directory, 6)
  public static let awardNotHeld = Diagnostic.Code(.directory, 7)

  /// Every code of the table, in its order.
  public static let all: [Diagnostic.Code] = [
    submittedLate, submittedEarly, nominationMissing, nominationTakesNoApplications, contestNotAnnounced,
    contestFinished, countBelowNames, unknownAgeGroup, ageGroupMissing, consentRefused, consentMissing,
    titleRepeatsDescription, titleTooLong, ageOutsideGroup, lookAlikeLetters, personalDataInText,
    attachmentName, attachmentTwice,
    doubledIdentifier, weightsNotHundred, weightMissing, scheduleOutOfOrder, prizesBeyondFund, ageLimitsReversed,
    secondChair, programmePeriodReversed,
    rulesInUse, jurorHasWorked, tooFewJurors, tieMethodNotAnnounced, reasonMissing, chairMissing,
    winnerNotAdmitted, placeAndPrizeMissing, wrongNomination, placeTaken, placeWithoutPrize, specialPrizeTaken,
    alreadyRecorded, secondPlaceInNomination, participantAlreadyWon, protocolBeforeClosing, placeBelowFirst,
    prizeNotAnnounced, participantsUnidentified, placeAgainstSheets,
    refusalWithoutReason, refusedWithAward, tieWithoutReason, countsDisagree, quorumNotReached, contestCannotBeDecided,
    protocolDayDiffers, attendanceDiffers, dayInFuture,
    pointsAboveMaximum, markedTwice, criterionNotMarked, recusedJurorScores, secondSheet, scoredNotAdmitted,
    jurorDoesNotJudge, judgingClosed, jurorNotAssigned, sheetsMissing,
    sheetOfAnotherContest, sheetOfAnotherJuror, pointsAndRecusal, sheetBeforeEntry,
    roundUnfinished, tieUndecided, tooFewEntries, nobodyWins, entriesUndecided, nominationVoid,
    entriesNotEqual, revokedPlacesOpen, noRevokedPlaces, standingPlaceDiffers, equalsMissing, tooManyToRank,
    pointsDiffer, sheetDiffers, sheetMissing, sheetUnknown, digestDiffers, totalDiffers, placeDiffers,
    outcomeDiffers, notProvable, prizeDiffers,
    unknownContest, unknownNomination, unknownEntry, unknownJuror, unknownCriterion, unknownProtocol, awardNotHeld,
  ]
}
