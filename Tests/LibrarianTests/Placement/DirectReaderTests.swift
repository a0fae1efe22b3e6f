import FactoryCore
import Glibc
import TestSupport
import Testing

@testable import librarian

@Suite("The reader of many copies at once", .enabled(if: OwnDisk.isPresent, "\(OwnDisk.absence)"))
struct DirectReaderTests {
    private func copy(_ file: PreparedFile) -> CopyCheck.Copy {
        CopyCheck.Copy(file: file.file, path: file.source.path, source: file.source)
    }

    private func flags(_ files: [PreparedFile]) -> [Int32] { files.map { fcntl($0.file.descriptor, F_GETFL) } }

    private func arrive(_ sizes: [Int], _ site: Site) throws -> [PreparedFile] {
        try sizes.enumerated().map { number, size in
            let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 251 + $0 + number) }
            try site.inboxFiles.write(content, to: "\(number).jpg")
            return try site.prepare("\(number).jpg")
        }
    }

    @Test("reads files of any size, and leaves them to be read in the ordinary way")
    func sizes() async throws {
        try await withSite { site in
            let sizes = [0, 1, 4095, 4096, 4097, 40_000, 65_536, 100_001]
            let direct = try DirectReader(pulse: nil)
            // Its room and its hash serve more than once.
            for sizes in [sizes, sizes.reversed()] {
                let files = try arrive(sizes, site)
                let before = flags(files)
                let found = try direct.check(files.map(copy)[...]).map { try $0.get() }
                #expect(found == files.map { _ in true })
                // Else what is read in the ordinary way would have to lie as disks want it.
                #expect(flags(files) == before)
            }
        }
    }

    @Test("takes as many as its limit says, as large as its room")
    func limit() async throws {
        try await withSite { site in
            let size = DirectReader.capacity / DirectReader.limit - 1
            #expect(DirectReader.room(for: size) * DirectReader.limit == DirectReader.capacity)
            let files = try arrive(Array(repeating: size, count: DirectReader.limit), site)
            let found = try DirectReader(pulse: nil).check(files.map(copy)[...]).map { try $0.get() }
            #expect(found == files.map { _ in true })
        }
    }

    @Test("leaves a file that has grown or shrunk to the ordinary way")
    func otherSize() async throws {
        try await withSite { site in
            let files = try arrive([4096, 4096, 50], site)
            try site.inboxFiles.append([1], to: "0.jpg")
            #expect(truncate(site.inboxFiles.path(of: "1.jpg"), 4000) == 0)
            let found = try DirectReader(pulse: nil).check(files.map(copy)[...]).map { try $0.get() }
            #expect(found == [nil, nil, true])
        }
    }

    @Test("tells copies with other bytes from good ones")
    func otherBytes() async throws {
        try await withSite { site in
            let files = try arrive([4096, 50, 40_000, 30], site)
            for (name, place) in [("0.jpg", 4095), ("2.jpg", 20_000)] {
                let descriptor = open(site.inboxFiles.path(of: name), O_WRONLY)
                var byte: UInt8 = 0xa5
                #expect(pwrite(descriptor, &byte, 1, off_t(place)) == 1)
                close(descriptor)
            }
            let found = try DirectReader(pulse: nil).check(files.map(copy)[...]).map { try $0.get() }
            #expect(found == [false, true, false, true])
        }
    }

    @Test("says of one why it cannot be read, and reads the others")
    func unreadable() async throws {
        try await withSite { site in
            let files = try arrive([10, 20, 30], site)
            files[1].file.close()
            let found = try DirectReader(pulse: nil).check(files.map(copy)[...])
            #expect(try found[0].get() == true && found[2].get() == true)
            let error = try #require(throws: FileError.self) { try found[1].get() }
            #expect("\(error)".contains("1.jpg"), "\(error)")
        }
    }
}
