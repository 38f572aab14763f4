public import Primitives

/// The codes of what can be wrong with a document or its place in the order of messages. Codes of rules on contests and
/// grants stand with those rules.
public enum ExchangeCode {
  // 010: order of messages
  public static let duplicateMessage = Diagnostic.Code(.order, 1)
  public static let messageIDReused = Diagnostic.Code(.order, 2)
  public static let staleCorrection = Diagnostic.Code(.order, 3)
  public static let correctionSkipsNumber = Diagnostic.Code(.order, 4)
  public static let correctionConflict = Diagnostic.Code(.order, 5)
  public static let withdrawalTooLate = Diagnostic.Code(.order, 6)
  public static let testMessage = Diagnostic.Code(.order, 7)
  public static let notTheOrganiser = Diagnostic.Code(.order, 8)
  public static let correctionTooLate = Diagnostic.Code(.order, 9)
  public static let receiptOfNothingSent = Diagnostic.Code(.order, 10)
  public static let receiptOfOtherContent = Diagnostic.Code(.order, 11)
  public static let undoRefused = Diagnostic.Code(.order, 12)
  public static let historyBroken = Diagnostic.Code(.order, 13)
  public static let receiptLost = Diagnostic.Code(.order, 14)
  public static let staysWithdrawn = Diagnostic.Code(.order, 15)
  public static let entryErased = Diagnostic.Code(.order, 20)
  public static let erasureReasonIsPersonal = Diagnostic.Code(.order, 21)
  public static let receiptOvertaken = Diagnostic.Code(.order, 30)
  public static let receiptOfAnother = Diagnostic.Code(.order, 31)
  public static let receiptOfOtherRecords = Diagnostic.Code(.order, 32)

  // 020: the file
  public static let unreadable = Diagnostic.Code(.file, 1)
  public static let isFolder = Diagnostic.Code(.file, 2)
  public static let empty = Diagnostic.Code(.file, 3)
  public static let notWellFormed = Diagnostic.Code(.file, 4)
  public static let truncated = Diagnostic.Code(.file, 5)
  public static let unsupportedEncoding = Diagnostic.Code(.file, 6)
  public static let encodingContradiction = Diagnostic.Code(.file, 7)
  public static let invalidBytes = Diagnostic.Code(.file, 8)
  public static let doctype = Diagnostic.Code(.file, 9)
  public static let entityReference = Diagnostic.Code(.file, 10)
  public static let xmlVersion = Diagnostic.Code(.file, 11)
  public static let limitExceeded = Diagnostic.Code(.file, 12)
  public static let unknownRoot = Diagnostic.Code(.file, 13)
  public static let wrongNamespace = Diagnostic.Code(.file, 14)
  public static let unsupportedVersion = Diagnostic.Code(.file, 15)
  public static let rootAttribute = Diagnostic.Code(.file, 16)
  public static let missingPart = Diagnostic.Code(.file, 17)
  public static let strayText = Diagnostic.Code(.file, 18)
  public static let recordCount = Diagnostic.Code(.file, 19)
  public static let controlSum = Diagnostic.Code(.file, 20)
  public static let notXML = Diagnostic.Code(.file, 21)
  public static let kindNotTaken = Diagnostic.Code(.file, 22)

  // 020: a table instead of a document
  public static let notATable = Diagnostic.Code(.file, 40)
  public static let archiveRefused = Diagnostic.Code(.file, 41)
  public static let damagedTable = Diagnostic.Code(.file, 42)
  public static let noHeader = Diagnostic.Code(.file, 43)
  public static let unknownColumn = Diagnostic.Code(.file, 44)
  public static let columnTwice = Diagnostic.Code(.file, 45)
  public static let columnMissing = Diagnostic.Code(.file, 46)
  public static let mergedCells = Diagnostic.Code(.file, 47)
  public static let formula = Diagnostic.Code(.file, 48)
  public static let unknownSheet = Diagnostic.Code(.file, 49)
  public static let otherSheets = Diagnostic.Code(.file, 50)
  public static let quotationMarks = Diagnostic.Code(.file, 51)
  public static let contestNotNamed = Diagnostic.Code(.file, 52)

  // 020: a package of a document with files
  public static let packageRefused = Diagnostic.Code(.file, 60)
  public static let damagedPackage = Diagnostic.Code(.file, 61)
  public static let documentsInPackage = Diagnostic.Code(.file, 62)

  // 030: the form of values and records
  public static let unexpectedElement = Diagnostic.Code(.format, 1)
  public static let missingElement = Diagnostic.Code(.format, 2)
  public static let missingAttribute = Diagnostic.Code(.format, 3)
  public static let unexpectedAttribute = Diagnostic.Code(.format, 4)
  public static let invalidValue = Diagnostic.Code(.format, 5)
  public static let valueBreaksLimit = Diagnostic.Code(.format, 6)
  public static let valueNotListed = Diagnostic.Code(.format, 7)
  public static let strayContent = Diagnostic.Code(.format, 8)
  public static let forbiddenAttribute = Diagnostic.Code(.format, 9)
  public static let inn = Diagnostic.Code(.format, 10)
  public static let ogrn = Diagnostic.Code(.format, 11)
  public static let kpp = Diagnostic.Code(.format, 12)
  public static let oktmo = Diagnostic.Code(.format, 13)
  public static let unknownRecord = Diagnostic.Code(.format, 15)
  public static let otherSchemaFault = Diagnostic.Code(.format, 16)
  public static let dayAsText = Diagnostic.Code(.format, 40)
  public static let cellError = Diagnostic.Code(.format, 41)

  // 040: contradictions within a document
  public static let duplicateIdentifier = Diagnostic.Code(.logic, 200)
  public static let currenciesDiffer = Diagnostic.Code(.logic, 201)
  public static let totalsDisagree = Diagnostic.Code(.logic, 202)
  public static let illegalHistory = Diagnostic.Code(.logic, 203)
  public static let protocolContradicts = Diagnostic.Code(.logic, 204)

  public static let forbiddenCharacter = Diagnostic.Code(.logic, 205)
  public static let refusedTogether = Diagnostic.Code(.logic, 206)
  public static let moreFindings = Diagnostic.Code(.logic, 207)
  public static let decisionDigestDiffers = Diagnostic.Code(.logic, 208)
  public static let decisionDigestMissing = Diagnostic.Code(.logic, 209)
  public static let rowTwice = Diagnostic.Code(.logic, 240)
  public static let notKept = Diagnostic.Code(.logic, 241)

  // 040: files that belong to a document
  public static let attachedFileMissing = Diagnostic.Code(.logic, 250)
  public static let attachedFileRenamed = Diagnostic.Code(.logic, 251)
  public static let attachedFileDiffers = Diagnostic.Code(.logic, 252)
  public static let fileOfNoApplication = Diagnostic.Code(.logic, 253)

  // 050: references
  public static let unknownSender = Diagnostic.Code(.directory, 40)
  public static let unresolvedReference = Diagnostic.Code(.directory, 41)

  // 090: the machine around
  public static let cannotWrite = Diagnostic.Code(.environment, 9)
}
