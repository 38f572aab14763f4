public import Primitives

/// Personal data is held with consent only (152-ФЗ, article 9).
public struct ProcessingConsentGiven: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    switch entry.processingConsent?.isGiven {
    case true?: []
    case false?: [.refused]
    case nil: [.missing]
    }
  }
}

extension Diagnostic {
  fileprivate static var refused: Diagnostic {
    Diagnostic(
      ContestCode.consentRefused, .error,
      LocalizedText(
        ru: "заявитель не дал согласия на обработку персональных данных",
        en: "the applicant refused consent to the processing of personal data"),
      advice: LocalizedText(
        ru: "без согласия принять заявку нельзя; получите согласие или удалите из заявки персональные данные",
        en: "without consent the application cannot be taken; obtain it, or remove the personal data"),
      field: "processingConsent")
  }

  fileprivate static var missing: Diagnostic {
    Diagnostic(
      ContestCode.consentMissing, .warning,
      LocalizedText(
        ru: "в заявке не сказано, получено ли согласие на обработку персональных данных",
        en: "the application does not say whether consent to the processing of personal data was given"),
      advice: LocalizedText(
        ru: "убедитесь, что согласие есть на бумаге, и отметьте его в заявке",
        en: "make sure that it exists on paper, and note it in the application"),
      field: "processingConsent")
  }
}
