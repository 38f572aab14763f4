public import Primitives

/// The codes of what may be wrong with a project and its ledger. Added to, never renamed.
public enum GrantCode {
  // Money
  public static let receivedBeyondAwarded = Diagnostic.Code(.logic, 100)
  public static let awardedBeyondApplied = Diagnostic.Code(.logic, 101)
  public static let spentBeyondReceived = Diagnostic.Code(.logic, 102)
  public static let zeroAmount = Diagnostic.Code(.logic, 103)
  public static let negativeAmount = Diagnostic.Code(.logic, 104)
  public static let awardedWithoutAmount = Diagnostic.Code(.logic, 105)
  public static let instalmentIncomplete = Diagnostic.Code(.logic, 106)
  public static let instalmentEmpty = Diagnostic.Code(.logic, 107)
  public static let doubledExpense = Diagnostic.Code(.logic, 108)
  public static let plannedBeyondAwarded = Diagnostic.Code(.logic, 109)
  public static let refundBeyondSpent = Diagnostic.Code(.logic, 110)
  public static let likelyRepeated = Diagnostic.Code(.logic, 111)
  public static let unspentNotReturned = Diagnostic.Code(.logic, 114)

  // Days
  public static let dayInFuture = Diagnostic.Code(.logic, 120)
  public static let periodReversed = Diagnostic.Code(.logic, 121)
  public static let expenseBeforeAward = Diagnostic.Code(.logic, 122)
  public static let expenseOutsideProject = Diagnostic.Code(.logic, 123)
  public static let agreementBeforeAward = Diagnostic.Code(.logic, 124)
  public static let closedPeriod = Diagnostic.Code(.logic, 125)
  public static let closedPeriodsOverlap = Diagnostic.Code(.logic, 126)
  public static let reportBeforeAgreement = Diagnostic.Code(.logic, 127)
  public static let calendarDayUseless = Diagnostic.Code(.logic, 128)
  public static let calendarDayDoubled = Diagnostic.Code(.logic, 129)
  public static let dueDayBeyondCalendar = Diagnostic.Code(.logic, 130)
  public static let dueBeforePeriodEnds = Diagnostic.Code(.logic, 131)
  public static let submittedBeforePeriodEnds = Diagnostic.Code(.logic, 132)
  public static let finalBeforeProjectEnds = Diagnostic.Code(.logic, 133)
  public static let periodNotOver = Diagnostic.Code(.logic, 134)

  // Budget
  public static let sourcesDoNotAddUp = Diagnostic.Code(.logic, 140)
  public static let priceDoesNotMatch = Diagnostic.Code(.logic, 141)
  public static let lineOverspent = Diagnostic.Code(.logic, 142)
  public static let moveBelowSpent = Diagnostic.Code(.logic, 143)
  public static let moveToSameLine = Diagnostic.Code(.logic, 144)
  public static let movesDoNotAddUp = Diagnostic.Code(.logic, 145)
  public static let lineInUse = Diagnostic.Code(.logic, 146)
  public static let expenseWithoutLine = Diagnostic.Code(.logic, 147)
  public static let divergenceWithoutReason = Diagnostic.Code(.logic, 148)
  public static let sharesDoNotAddUp = Diagnostic.Code(.logic, 149)
  public static let budgetBeyondAwarded = Diagnostic.Code(.logic, 150)

  // Results and the record itself
  public static let doubledIdentifier = Diagnostic.Code(.logic, 160)
  public static let deviationWithoutReason = Diagnostic.Code(.logic, 161)
  public static let metWithoutDay = Diagnostic.Code(.logic, 162)
  public static let scheduledWithDay = Diagnostic.Code(.logic, 163)
  public static let stagesOverlap = Diagnostic.Code(.logic, 164)
  public static let reportInProgress = Diagnostic.Code(.logic, 166)
  public static let checkpointOverdue = Diagnostic.Code(.logic, 167)
  public static let statusBehindMoney = Diagnostic.Code(.logic, 168)
  public static let neededWithMoney = Diagnostic.Code(.logic, 169)
  public static let notOpenData = Diagnostic.Code(.logic, 170)
  public static let textWithoutTitle = Diagnostic.Code(.logic, 171)
  public static let doubledText = Diagnostic.Code(.logic, 172)
  public static let doubledObligation = Diagnostic.Code(.logic, 173)

  // References, also for those who resolve them elsewhere
  public static let unknownBudgetLine = Diagnostic.Code(.directory, 20)
  public static let unknownProject = Diagnostic.Code(.directory, 21)
  public static let unknownFunder = Diagnostic.Code(.directory, 22)
  public static let unknownRecord = Diagnostic.Code(.directory, 23)
  public static let unknownClosedPeriod = Diagnostic.Code(.directory, 24)

  /// Every code of the table, in its order.
  public static let all: [Diagnostic.Code] = [
    receivedBeyondAwarded, awardedBeyondApplied, spentBeyondReceived, zeroAmount, negativeAmount,
    awardedWithoutAmount, instalmentIncomplete, instalmentEmpty, doubledExpense, plannedBeyondAwarded,
    refundBeyondSpent, likelyRepeated, unspentNotReturned,
    dayInFuture, periodReversed, expenseBeforeAward, expenseOutsideProject, agreementBeforeAward,
    closedPeriod, closedPeriodsOverlap, reportBeforeAgreement, calendarDayUseless, calendarDayDoubled,
    dueDayBeyondCalendar, dueBeforePeriodEnds, submittedBeforePeriodEnds, finalBeforeProjectEnds, periodNotOver,
    sourcesDoNotAddUp, priceDoesNotMatch, lineOverspent, moveBelowSpent, moveToSameLine, movesDoNotAddUp, lineInUse,
    expenseWithoutLine, divergenceWithoutReason, sharesDoNotAddUp, budgetBeyondAwarded,
    doubledIdentifier, deviationWithoutReason, metWithoutDay, scheduledWithDay, stagesOverlap,
    reportInProgress, checkpointOverdue, statusBehindMoney, neededWithMoney, notOpenData, textWithoutTitle, doubledText,
    doubledObligation,
    unknownBudgetLine, unknownProject, unknownFunder, unknownRecord, unknownClosedPeriod,
  ]
}
