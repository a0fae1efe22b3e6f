import TestSupport
import Testing

/// Files in numbers.
struct CrowdTests {
    /// In memory where that is possible. Some disks take minutes to make and remove so many files: there it is a tenth.
    private static let (place, scale) = OtherFileSystem.isPresent ? (OtherFileSystem.path, 10_000) : ("/tmp", 1000)

    @Test func hundredThousandPhotosAtOnce() async throws {
        try await withInstallation(in: Self.place) { factory in
            let press = try PhotoPress()
            for number in 0..<Self.scale * 10 {
                try factory.inbox.write(press.photo(number), to: "\(number / 1000)/IMG_\(number).jpg")
            }
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let report = try await factory.ingest(within: .seconds(1500))

            #expect(report.exitCode == 0 && report.counts.filed == arrived.count)
            #expect(try factory.inboxFiles() == [])
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// Each has a thousand files of the name that all others have too.
    @Test func eightWorkersAndEightThousandFilesOfOneName() async throws {
        try await withInstallation(in: Self.place) { factory in
            try dropSameNamed(8000, series: "", into: factory.inbox)
            let arrived = try await Conservation.arrivals(in: factory.inbox)

            let report = try await factory.ingest(within: .seconds(1500), with: ["LIBRARIAN_WORKERS": "8"])

            #expect(report.exitCode == 0 && report.counts.filed == 8000)
            #expect(try factory.originals.files().count == 8000)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// With inboxes of their own and one Storage; every tenth content comes to all of them.
    @Test func eightLibrariansWithAThousandFilesOfOneNameEach() async throws {
        try await withInstallation { factory in
            let inboxes = try (0..<8).map { try factory.root.folder("inbox\($0)") }
            for (number, inbox) in inboxes.enumerated() {
                try dropSameNamed(900, series: "\(number)", into: inbox)
                try dropSameNamed(100, series: "common", into: inbox)
            }
            let arrived = try await Conservation.arrivals(in: factory.root)

            let reports = try await ingest(inboxes, factory)

            #expect(reports.allSatisfy { $0.exitCode == 0 && $0.counts.seen == 1000 })
            // What another one was about to file at the same moment has been left for the next pass.
            #expect(try await ingest(inboxes, factory).allSatisfy { $0.exitCode == 0 && $0.counts.pending == 0 })
            #expect(try inboxes.allSatisfy { try $0.files() == [] })
            #expect(try factory.originals.files().count == 8 * 900 + 100)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    /// As after a phone was set up anew. Every fifth has another name than before.
    @Test func fiftyThousandKnownFilesAreStoredOnce() async throws {
        try await withInstallation(in: Self.place) { factory in
            let (press, count) = (try PhotoPress(), Self.scale * 5)
            for number in 0..<count { try factory.inbox.write(press.photo(number), to: "IMG_\(number).jpg") }
            let arrived = try await Conservation.arrivals(in: factory.inbox)
            #expect(try await factory.ingest(within: .seconds(1500)).counts.filed == count)
            for number in 0..<count {
                let name = number % 5 == 0 ? "again/renamed_\(number).jpg" : "IMG_\(number).jpg"
                try factory.inbox.write(press.photo(number), to: name)
            }

            let report = try await factory.ingest(within: .seconds(1500))

            #expect(report.exitCode == 0 && report.counts.duplicates == count)
            #expect(try factory.inboxFiles() == [])
            #expect(try factory.originals.files().count == count)
            #expect(try await Conservation(factory: factory).breaches(arrived: arrived) == [])
        }
    }

    private func dropSameNamed(_ count: Int, series: String, into inbox: TestFolder) throws {
        let press = try PhotoPress(series)
        for number in 0..<count { try inbox.write(press.photo(number), to: "\(series)\(number)/IMG_0001.jpg") }
    }

    private func ingest(_ inboxes: [TestFolder], _ factory: Installation) async throws -> [IngestReport] {
        try await withThrowingTaskGroup(of: IngestReport.self) { group in
            for (number, inbox) in inboxes.enumerated() {
                let arguments = ["ingest", "--json", "--quiet-seconds", "0", "--inbox", inbox.path]
                let changes = ["LIBRARIAN_ID": "librarian\(number)"]
                group.addTask {
                    try IngestReport(await factory.librarian(arguments, with: changes, within: .seconds(1500)))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
