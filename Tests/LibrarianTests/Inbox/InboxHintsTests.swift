import FactoryCore
import Testing

@testable import librarian

@Suite("Hints")
struct InboxHintsTests {
    private func paths(_ numbers: Range<Int>) -> [RelativePath] {
        numbers.compactMap { RelativePath("\($0).jpg") }
    }

    @Test("are given once, each file once")
    func once() {
        let hints = InboxHints(bell: Bell())
        hints.add(paths(0..<2), needsScan: false)
        hints.add(paths(1..<3), needsScan: false)
        let (files, needsScan) = hints.take()
        #expect(Set(files) == Set(paths(0..<3)) && files.count == 3 && !needsScan)
        #expect(hints.take().files.isEmpty)
    }

    @Test("keep asking for a scan until they are taken")
    func scan() {
        let hints = InboxHints(bell: Bell())
        hints.add([], needsScan: true)
        hints.add(paths(0..<1), needsScan: false)
        #expect(hints.take().needsScan)
        #expect(!hints.take().needsScan)
    }

    @Test("that are too many become one scan")
    func overflow() {
        let hints = InboxHints(bell: Bell())
        hints.add(paths(0..<4096), needsScan: false)
        #expect(hints.take().files.count == 4096)
        hints.add(paths(0..<4096), needsScan: false)
        hints.add(paths(5000..<5001), needsScan: false)
        let (files, needsScan) = hints.take()
        #expect(files.isEmpty && needsScan)
    }

    @Test("ring the bell", .timeLimit(.minutes(5)))
    func bell() async {
        let bell = Bell()
        InboxHints(bell: bell).add([], needsScan: true)
        await bell.wait(for: .seconds(600))
    }
}
