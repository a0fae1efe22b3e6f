import FactoryCore
import Testing

struct VaultIDTests {
    private struct Numbers: RandomNumberGenerator {
        var left: [UInt64]

        mutating func next() -> UInt64 { left.removeFirst() }
    }

    @Test func isAllBitsOfTwoNumbersWithTheirZeros() {
        var numbers = Numbers(left: [1, .max - 1])
        #expect(VaultID(using: &numbers).hex == "0000000000000001fffffffffffffffe")
    }

    @Test func isAnotherEachTime() {
        #expect(Set((0..<100).map { _ in VaultID.random() }).count == 100)
    }

    @Test func isReadFromWhatItWrites() {
        let id = VaultID.random()
        #expect(VaultID(hex: id.hex) == id && id.description == id.hex)
    }

    @Test(arguments: [
        "", "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0", "0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdeg", " 123456789abcdef0123456789abcdef",
    ])
    func isNothingElse(text: String) {
        #expect(VaultID(hex: text) == nil)
    }
}
