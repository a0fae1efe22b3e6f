import TestSupport
import Testing

/// The service finds what arrives, by the system's word or by looking again.
struct ArrivalTests {
    private let photo = SamplePhoto("arrival", taken: "2024:05:06 07:08:09").bytes()

    @Test func newFilesInNewFoldersAreFoundLongBeforeTheNextRescan() async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: ["LIBRARIAN_RESCAN_SECONDS": "3600"]) { _ in
                try await factory.waitForHeartbeat()
                try factory.inbox.write(photo, to: "first.jpg")
                let other = SamplePhoto("deep", taken: "2024:05:07 07:08:09").bytes()
                try factory.inbox.write(other, to: "new/and/deep/second.jpg")
                try await eventually("both are filed") { try await factory.ledger().count == 2 }
            }
        }
    }

    @Test func fileThatIsMovedInIsFound() async throws {
        try await withInstallation { factory in
            try await factory.whileServing(with: ["LIBRARIAN_RESCAN_SECONDS": "3600"]) { _ in
                try await factory.waitForHeartbeat()
                try factory.root.write(photo, to: "elsewhere.jpg")
                try factory.root.rename("elsewhere.jpg", to: "Photos_Inbox/moved.jpg")
                try await eventually("it is filed") { try await factory.ledger().count == 1 }
            }
        }
    }

    @Test(.enabled("\(InotifyBan.absence)") { await InotifyBan.isAvailable() })
    func rescanAloneIsEnough() async throws {
        // In its user namespace root may not enter the folder of the cluster's socket.
        try await PasswordLogin.shared.prepare()
        try await withInstallation { factory in
            let environment = factory.environment(with: [
                "LIBRARIAN_QUIET_SECONDS": "1", "LIBRARIAN_RESCAN_SECONDS": "1",
            ]).merging(PasswordLogin.overNetwork) { $1 }
            let arguments = try InotifyBan.everywhere.arguments(.built("librarian"), ["run"])
            try await withRunning(.system("unshare"), arguments, environment: environment, in: factory.root) { _ in
                try await factory.waitForHeartbeat()
                try factory.inbox.write(photo, to: "new/unannounced.jpg")
                try await eventually("it is filed") { try await factory.ledger().count == 1 }
            }
        }
    }

    @Test(.enabled("\(InotifyBan.absence)") { await InotifyBan.isAvailable() })
    func foldersBeyondTheLimitOfWatchesAreFoundByTheRescan() async throws {
        try await PasswordLogin.shared.prepare()
        try await withInstallation { factory in
            let environment = factory.environment(with: [
                "LIBRARIAN_QUIET_SECONDS": "1", "LIBRARIAN_RESCAN_SECONDS": "2",
            ]).merging(PasswordLogin.overNetwork) { $1 }
            for number in 0..<20 { try factory.inbox.folder("folder\(number)") }
            let arguments = try InotifyBan.beyondThreeFolders.arguments(.built("librarian"), ["run"])
            try await withRunning(.system("unshare"), arguments, environment: environment, in: factory.root) {
                program in
                try await factory.waitForHeartbeat()
                for number in 0..<20 {
                    let photo = SamplePhoto("\(number)", taken: "2024:05:06 07:08:09").bytes()
                    try factory.inbox.write(photo, to: "folder\(number)/new/photo.jpg")
                }
                try await eventually("all are filed") { try await factory.ledger().count == 20 }
                let warnings = try await program.log().split(separator: "\n").filter { $0.contains("cannot watch") }
                #expect(warnings.count == 1 && warnings.first?.contains("periodic scan") == true, "\(warnings)")
            }
        }
    }
}
