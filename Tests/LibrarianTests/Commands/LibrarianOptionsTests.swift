import ArgumentParser
import Testing

@testable import librarian

@Suite("The librarian's flags")
struct LibrarianOptionsTests {
    @Test("stand for the settings of the same name, and only those that are given")
    func flags() throws {
        let options = try LibrarianOptions.parse(["--id", "nas2", "--quiet-seconds", "0", "--inbox", "in"])
        #expect(
            options.flags == ["LIBRARIAN_ID": "nas2", "LIBRARIAN_QUIET_SECONDS": "0", "PHOTOS_INBOX": "in"])
        let others = try LibrarianOptions.parse([
            "--incomplete-seconds", "1", "--workers", "2", "--free-megabytes", "3",
        ])
        #expect(
            others.flags == [
                "LIBRARIAN_INCOMPLETE_SECONDS": "1", "LIBRARIAN_WORKERS": "2", "LIBRARIAN_FREE_MEGABYTES": "3",
            ])
        #expect(try LibrarianOptions.parse([]).flags == [:])
    }
}
