import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The progress of verifying")
struct VerifyProgressTests {
    private func progress() -> VerifyProgress {
        var progress = VerifyProgress(started: Timestamp(seconds: 1_700_000_000))
        progress.count(.damaged("x"))
        progress.countJournalDamage()
        progress.note("a finding")
        progress.pass(row: "00000000-0000-0000-0000-000000000001")
        progress.pass(folder: [[0xFF, 0x2F], Array("b".utf8)])
        progress.begin(.files)
        return progress
    }

    @Test("is read back as it was written, also names that are no text")
    func roundTrip() throws {
        let read = try VerifyProgress.decoded(progress().encoded())
        #expect(read == progress())
        #expect(read?.folder == [[0xFF, 0x2F], Array("b".utf8)] && read?.phase == .files)
        #expect(VerifyProgress.decoded([]) == nil && VerifyProgress.decoded(Array("{}".utf8)) == nil)
    }

    @Test("keeps no more findings than anybody reads")
    func bounded() {
        var progress = progress()
        for number in 0..<5000 { progress.note("\(number)") }
        #expect(progress.findings.count == VerifyProgress.findingLimit && progress.findings.first == "a finding")
    }

    @Test("is kept in the journal's folder as a whole, and only where that exists")
    func file() async throws {
        try await withTemporaryFolder { files in
            let storage = try Folder.open(files.path)
            let nowhere = VerifyProgressFile(storage: storage, librarian: "nas")
            try nowhere.write(progress())
            #expect(nowhere.read() == nil && files.entries() == [])
            try nowhere.remove()

            try files.folder("Journal/nas")
            let file = VerifyProgressFile(storage: storage, librarian: "nas")
            #expect(file.read() == nil)
            try file.write(VerifyProgress(started: .distantPast))
            try file.write(progress())
            #expect(file.read() == progress())
            #expect(TestFolder(files.path(of: "Journal/nas")).entries() == ["verify.json"])
            try file.remove()
            #expect(file.read() == nil && TestFolder(files.path(of: "Journal/nas")).entries() == [])
        }
    }
}
