public import Primitives

/// The attached files of an entry have plain names, each its own: they are laid into one folder, on any system.
public struct AttachmentsCanBeFiled: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var names: Set<String> = []
    for (index, attachment) in entry.attachments.enumerated() {
      if !attachment.hasPlainName {
        findings.append(.notAFileName(index + 1))
      } else if !names.insert(attachment.name.lowercased()).inserted {
        // Where upper and lower case are one, so are these files. Strings compare by canonical equivalence.
        findings.append(.nameTwice(index + 1))
      }
    }
    return findings
  }
}

extension Attachment {
  /// The most bytes that file systems take for a name.
  private static let mostBytes = 255

  /// True for a name that leads nowhere and that every system takes.
  package var hasPlainName: Bool {
    let isHidden = name.hasPrefix(".") || name.hasSuffix(".") || name.hasSuffix(" ")
    let scalars = name.unicodeScalars
    return !name.isEmpty && !isHidden && name.utf8.count <= Self.mostBytes
      && !scalars.contains {
        Self.reserved.contains($0) || [.control, .format].contains($0.properties.generalCategory)
      }
  }

  private static let reserved: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
}

extension Diagnostic {
  fileprivate static func notAFileName(_ number: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.attachmentName, .error,
      LocalizedText(
        ru: "приложенный файл № \(number) назван так, что сохранить его нельзя",
        en: "attached file no. \(number) has a name under which it cannot be kept"),
      advice: LocalizedText(
        ru: "нужно имя без папок, без знаков / \\ : * ? \" < > | и без точки в начале",
        en: "it needs a name without folders, none of / \\ : * ? \" < > | and no dot at its beginning"),
      field: number == 1 ? "attachment/@name" : "attachment[\(number)]/@name")
  }

  fileprivate static func nameTwice(_ number: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.attachmentTwice, .error,
      LocalizedText(
        ru: "приложенный файл № \(number) назван так же, как один из прежних",
        en: "attached file no. \(number) has the name of one before it"),
      advice: LocalizedText(
        ru: "дайте файлам заявки разные имена", en: "give the files of the application different names"),
      field: number == 1 ? "attachment/@name" : "attachment[\(number)]/@name")
  }
}
