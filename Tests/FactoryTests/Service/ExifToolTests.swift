import Glibc
import TestSupport
import Testing

/// Another program reads what the librarian cannot; whatever becomes of the librarian, it does not stay behind.
struct ExifToolTests {
    /// A Flash video begins like this.
    private static let flash = Array("FLV\u{1}".utf8) + [1, 0, 0, 0, 9, 0, 0, 0, 0]

    @Test func programThatHangsDiesWithTheLibrarian() async throws {
        try await withInstallation { factory in
            let program = try standIn(in: factory.root, answering: "sleep 1000")
            try factory.inbox.write(Self.flash, to: "a.flv")
            let settings = ["LIBRARIAN_EXIFTOOL": program, "LIBRARIAN_QUIET_SECONDS": "0"]
            try await factory.whileServing(with: settings) { librarian in
                try await eventually("the program is asked") { factory.root.holds("asked") }
                await librarian.kill()
            }
            try await expectGone(startedIn: factory.root)
        }
    }

    @Test func programEndsWithThePass() async throws {
        try await withInstallation { factory in
            let program = try standIn(in: factory.root, answering: #"printf '[{}]\n{ready%s}\n' "$n""#)
            try factory.inbox.write(Self.flash, to: "a.flv")
            let report = try await factory.ingest(with: ["LIBRARIAN_EXIFTOOL": program])
            #expect(report.exitCode == 0 && report.counts.filed == 1)
            #expect(factory.root.holds("asked"))
            try await expectGone(startedIn: factory.root)
        }
    }

    @Test func absentProgramIsMissedOnceAndNoFileIsFaulty() async throws {
        try await withInstallation { factory in
            for number in 1...3 { try factory.inbox.write(Self.flash + [UInt8(number)], to: "\(number).flv") }
            let run = try await factory.librarian(
                ["ingest", "--quiet-seconds", "0"], with: ["LIBRARIAN_EXIFTOOL": "not-installed"])
            #expect(run.exitCode == 0)
            #expect(run.standardError.split(separator: "\n").filter { $0.contains("ExifTool") }.count == 1)
            let rows = try await factory.ledger()
            #expect(rows.count == 3 && rows.allSatisfy { !$0.hasErrors })
        }
    }

    private func standIn(in folder: TestFolder, answering answer: String) throws -> String {
        let script = """
            #!/bin/sh
            echo "$$ $PPID" >>'\(folder.path)/started'
            while read -r line; do
                case $line in
                -execute*) n=${line#-execute}; touch '\(folder.path)/asked'; \(answer) ;;
                esac
            done
            exec sleep 1000

            """
        try folder.write(Array(script.utf8), to: "exiftool")
        try folder.setPermissions("exiftool", to: 0o755)
        return folder.path(of: "exiftool")
    }

    private func expectGone(startedIn folder: TestFolder) async throws {
        let text = String(decoding: try folder.read("started"), as: UTF8.self)
        let processes = text.split { $0 == " " || $0 == "\n" }
        #expect(processes.count == 2)
        try await eventually("all of \(processes) have ended") {
            processes.allSatisfy { state(of: $0) == nil || state(of: $0) == "Z" }
        }
    }

    /// A zombie has ended; who has to collect it is the system's matter once its parent is gone.
    private func state(of process: Substring) -> Substring? {
        guard let bytes = try? TestFolder("/proc/\(process)").read("stat") else { return nil }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ")
        return fields?.first.map { Substring($0) }
    }
}
