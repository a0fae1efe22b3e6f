import FactoryCore
import TestSupport
import Testing

@Suite("The roles' passwords are read from a folder")
struct RolePasswordsTests {
    private func refusal(_ change: (TestFolder) throws -> Void) async throws -> String {
        try await withTemporaryFolder { folder in
            _ = try RoleLogins(in: folder)
            try change(folder)
            let error = #expect(throws: SettingsError.self) { try RolePasswords(folder: folder.path) }
            return (error?.description ?? "").replacing(folder.path, with: "FOLDER")
        }
    }

    @Test("One that is missing, empty or no file is named")
    func unusable() async throws {
        let start = "FACTORY_ROLES needs the password of factory_monitor in FOLDER/factory_monitor, which "
        #expect(
            try await refusal { try $0.remove("factory_monitor") } == start
                + "cannot be read: No such file or directory")
        #expect(
            try await refusal { try $0.write([], to: "factory_monitor") }
                == start + "is empty, a folder or too large for a secret")
        #expect(
            try await refusal { try $0.write(Array("\n".utf8), to: "factory_monitor") }
                == start + "has nothing in its first line")
        let folder = try await refusal { folder in
            try folder.remove("factory_monitor")
            try folder.folder("factory_monitor")
        }
        #expect(folder == start + "is empty, a folder or too large for a secret")
    }
}
