import ArgumentParser

struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: local(ru: "Протокол жюри и журнал заявок.", en: "The jury's minutes and the register of entries."),
    discussion: examples([
      "laureat protocol --contest teplo-2020 --format pdf -o protocol.pdf",
      "laureat protocol approve --contest teplo-2020 --protocol 4 --title распоряжение --number 112-р --date 2020-04-06",
      "laureat protocol journal --contest teplo-2020 --format pdf -o journal.pdf",
    ]),
    subcommands: [ProtocolShow.self, ProtocolApprove.self, ProtocolJournal.self], defaultSubcommand: ProtocolShow.self)
}
