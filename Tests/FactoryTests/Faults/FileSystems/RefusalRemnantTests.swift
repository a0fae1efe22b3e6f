import TestSupport
import Testing

/// What a kill leaves half-done where the file system cannot move without replacing is no riddle to anybody.
struct RefusalRemnantTests {
    /// A part of a copy that was made under its final name.
    @Test func partOfACopyDoesNotStayInOriginals() async throws {
        try await withInstallation { factory in
            let rounds = FaultRounds(Delivery(factory: factory, damages: false), faults: Refusal.linksToo.faults)
            try await rounds.run(FaultPoint("copy_file_range", "/Originals/", 2))
        }
    }

    /// A damaged original on its way to quarantine.
    @Test(arguments: ["linkat /Quarantine/", "renameat /moving-", "unlinkat /moving-"])
    func damagedOriginalDoesNotStayInOriginals(point: String) async throws {
        let words = point.split(separator: " ").map(String.init)
        try await withInstallation { factory in
            let rounds = FaultRounds(Delivery(factory: factory), faults: Refusal.noReplaceRename.faults)
            try await rounds.run(FaultPoint(words[0], words[1], 1))
        }
    }
}
