import FactoryCore
import Testing

@testable import librarian

@Suite("The vault id of a database that is made again")
struct RebuildVaultTests {
    private let one = VaultID(hex: String(repeating: "a1", count: 16))
    private let other = VaultID(hex: String(repeating: "b2", count: 16))

    @Test("is Storage's, and is not given where the two do not belong together")
    func id() throws {
        #expect(one != nil && other != nil)
        #expect(try RebuildVault.id(storage: one, database: nil, hasRows: false) == one)
        #expect(try RebuildVault.id(storage: one, database: one, hasRows: false) == nil)
        #expect(try RebuildVault.id(storage: nil, database: nil, hasRows: false) == nil)
        #expect(throws: StartupError.self) { try RebuildVault.id(storage: one, database: other, hasRows: false) }
        #expect(throws: StartupError.self) { try RebuildVault.id(storage: nil, database: one, hasRows: false) }
        #expect(throws: StartupError.self) { try RebuildVault.id(storage: one, database: nil, hasRows: true) }
    }
}
