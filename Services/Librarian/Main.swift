import ArgumentParser

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "librarian")

    func run() async throws {}
}
