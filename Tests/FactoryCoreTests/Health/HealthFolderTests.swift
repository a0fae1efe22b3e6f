import TestSupport
import Testing

@testable import FactoryCore

@Suite("The folder of health notes")
struct HealthFolderTests {
    private let note = HealthNote(awake: .seconds(7), isHanging: false, task: "Watching")

    @Test("holds the last note of each service, and nothing else")
    func replaces() async throws {
        try await withTemporaryFolder { folder in
            let notes = HealthFolder(path: folder.path)
            #expect(try notes.notes() == [:])
            try notes.write(HealthNote(awake: .seconds(1), isHanging: true, task: "Stuck"), service: "librarian@kids")
            try notes.write(note, service: "librarian@kids")
            try notes.write(note, service: "syncthing")
            #expect(try notes.notes() == ["librarian@kids": note, "syncthing": note])
        }
    }

    @Test("goes on after a note that was cut off, and tells of one that cannot be read")
    func leftovers() async throws {
        try await withTemporaryFolder { folder in
            let notes = HealthFolder(path: folder.path)
            try folder.write([], to: ".librarian")
            try folder.write(Array("torn".utf8), to: "syncthing")
            try notes.write(note, service: "librarian")
            #expect(try notes.notes() == ["librarian": note, "syncthing": nil])
        }
    }

    @Test("says which folder is missing")
    func missing() {
        let notes = HealthFolder(path: "/nowhere/health")
        #expect(throws: FileError.self) { try notes.write(note, service: "librarian") }
        #expect(throws: FileError.self) { try notes.notes() }
    }
}
