import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The table of locks")
struct HeldLocksTests {
    @Test("tells who holds a flock, and not who waits for one or has a lock of another kind")
    func reads() {
        let table = """
            1: POSIX  ADVISORY  WRITE 812 00:19:1 0 EOF
            2: FLOCK  ADVISORY  WRITE 3117 fd:00:8389117 0 EOF
            2: -> FLOCK  ADVISORY  WRITE 3118 fd:00:8389118 0 EOF
            3: FLOCK  ADVISORY  READ  3119 00:2f:42 0 EOF
            garbage
            4: FLOCK
            """
        #expect(HeldLocks.inodes(in: table) == [8_389_117, 42])
        #expect(HeldLocks.inodes(in: "") == [])
    }

    @Test("shows a lock as long as it is held", .enabled("There is no /proc/locks.") { HeldLocks.inodes() != nil })
    func lives() async throws {
        try await withTemporaryFolder { files in
            let folder = try Folder.open(files.path)
            let inode = try (folder.openForAppending([97]).stamp("a").inode)
            do {
                let file = try folder.openForAppending([97])
                #expect(HeldLocks.inodes()?.contains(inode) == false)
                #expect(flock(file.descriptor, LOCK_EX | LOCK_NB) == 0)
                #expect(HeldLocks.inodes()?.contains(inode) == true)
                withExtendedLifetime(file) {}
            }
            // A program that another test starts holds copies of all locks for a moment.
            try await eventually("the lock is gone") { HeldLocks.inodes()?.contains(inode) == false }
        }
    }
}
