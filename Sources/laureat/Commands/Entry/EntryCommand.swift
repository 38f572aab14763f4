import ArgumentParser

struct EntryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: local(ru: "Заявки.", en: "Entries."),
    discussion: examples([
      "laureat entry list --contest teplo-2020",
      "laureat entry show teplo-2020/17",
      "laureat entry admit --contest teplo-2020 --all --date 2020-03-25",
    ]),
    subcommands: [
      EntryList.self, EntryShow.self, EntryFiles.self, EntryAdd.self, EntryEdit.self, EntryAdmit.self, EntryRefuse.self,
      EntryWithdraw.self, EntryErase.self,
    ])
}
