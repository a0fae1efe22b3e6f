import FactoryCore
import Glibc
import Testing

@testable import librarian

@Suite("A file-system error")
struct FileErrorTests {
    @Test("says in one sentence what was tried, on what, and why it failed")
    func sentence() {
        let error = FileError("read", "/inbox/a.jpg", code: EACCES)
        #expect("\(error)" == "cannot read /inbox/a.jpg: Permission denied")
    }

    @Test(
        "says what can be done about it",
        arguments: [
            (ENOSPC, "No space left on device; make room, and filing goes on"),
            (EDQUOT, "Disk quota exceeded; make room, and filing goes on"),
            (EROFS, "Read-only file system; it is mounted read-only"),
        ])
    func advice(code: Int32, end: String) {
        #expect("\(FileError("write", "/a", code: code))" == "cannot write /a: \(end)")
    }

    @Test("tells what it means for the caller")
    func meaning() {
        func error(_ code: Int32) -> FileError { FileError("move", "/a", code: code) }
        #expect(error(ENOENT).isMissing && error(ENOTDIR).isMissing && !error(EACCES).isMissing)
        #expect(error(EEXIST).isTaken && error(ENOTEMPTY).isTaken && !error(ENOENT).isTaken)
        #expect(error(EXDEV).crossesMounts && !error(EEXIST).crossesMounts)
        #expect([ENOSPC, EDQUOT, EROFS].allSatisfy { error($0).concernsStorage })
        // A bad block of one file says nothing about the others.
        #expect([ENOENT, EACCES, EIO].allSatisfy { !error($0).concernsStorage })
    }
}
