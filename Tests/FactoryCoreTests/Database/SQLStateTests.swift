import FactoryCore
import Testing

@Suite("An SQLSTATE")
struct SQLStateTests {
    @Test("is five digits or capital letters, the first two of which tell its class")
    func code() {
        #expect(SQLState("23505")?.code == "23505")
        #expect(SQLState("57P03")?.errorClass == "57")
        #expect(SQLState("XX000").map { "\($0)" } == "XX000")
        #expect(SQLState("FATAL:".dropLast())?.code == "FATAL")
    }

    @Test("is nothing else", arguments: ["", "2350", "235055", "57p03", "2350 ", "2350é", "2350:", "２3505"])
    func refused(text: String) {
        #expect(SQLState(text) == nil)
    }
}
