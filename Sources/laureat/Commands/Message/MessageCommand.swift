import ArgumentParser

struct MessageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message",
    abstract: local(
      ru: "Что пришло и что ушло, кто ответил и кто ещё нет.", en: "What came and went, and who answered."),
    discussion: examples(["laureat message list --direction out --unanswered"]),
    subcommands: [MessageList.self, MessageShow.self])
}
