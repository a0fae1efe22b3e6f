import Glibc
import Testing

@testable import librarian

@Suite("Bytes by position")
struct ByteSourceTests {
    @Test("come from memory, from disk or from across the two, and stop at the end of the file")
    func file() throws {
        let bytes = (0..<5000).map { UInt8($0 % 251) }
        let file = try #require(tmpfile())
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0)
        let source = FileByteSource(descriptor: fileno(file), size: bytes.count, head: bytes.prefix(1000))
        #expect(try source.read(at: 10, count: 20) == Array(bytes[10..<30]))
        #expect(try source.read(at: 990, count: 20) == Array(bytes[990..<1010]))
        #expect(try source.read(at: 4990, count: 100) == Array(bytes[4990...]))
        #expect(try source.read(at: 5000, count: 1).isEmpty)
        #expect(try source.read(at: -1, count: 1).isEmpty)
        #expect(try source.read(at: 1, count: .max) == Array(bytes[1...]))
        // A file that has shrunk since it was looked at gives what is left of it.
        #expect(ftruncate(fileno(file), 2000) == 0)
        #expect(try source.read(at: 1500, count: 1000) == Array(bytes[1500..<2000]))
    }

    @Test("are lent as they are read, by every source")
    func lent() throws {
        let bytes = (0..<300).map { UInt8($0 % 251) }
        let file = try #require(tmpfile())
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0)
        try checkLent(by: FileByteSource(descriptor: fileno(file), size: bytes.count, head: ([7] + bytes)[1...100]))
        try checkLent(by: ByteArraySource(([7] + bytes)[1...]))
        try checkLent(by: RationedByteSource(ByteArraySource(bytes)))
        try checkLent(by: MemoryByteSource(bytes))
        func checkLent(by source: some ByteSource) throws {
            for position in [.min, -1, 0, 50, 99, 100, 250, 299, 300, .max] {
                for count in [.min, -1, 0, 1, 50, 100, 300, .max] {
                    let lent = try source.withBytes(at: position, count: count) { Array($0) }
                    #expect(lent == (try expected(position, count)), "\(count) at \(position) of \(type(of: source))")
                }
            }
        }
        func expected(_ position: Int, _ count: Int) throws -> [UInt8] {
            guard count > 0, bytes.indices.contains(position) else { return [] }
            return Array(bytes.dropFirst(position).prefix(count))
        }
    }

    @Test("that are lent count for the ration, behind which nothing comes")
    func lentRation() throws {
        let source = RationedByteSource(ByteArraySource([UInt8](repeating: 1, count: 20 << 20)))
        #expect(try source.withBytes(at: 0, count: 20 << 20) { $0.count } == 20 << 20)
        #expect(try source.withBytes(at: 0, count: 20 << 20) { $0.count } == 12 << 20)
        #expect(try source.withBytes(at: 0, count: 1) { $0.count } == 0)
        #expect(try source.read(at: 0, count: 1).isEmpty)
    }

    @Test("that cannot be read are an error that says so")
    func failure() {
        let source = FileByteSource(descriptor: -1, size: 10)
        #expect(throws: ByteSourceError(position: 2, code: EBADF)) { try source.read(at: 2, count: 4) }
        #expect(
            "\(ByteSourceError(position: 2, code: EIO))" == "Reading the file at byte 2 failed: Input/output error.")
    }

    @Test("hold numbers of either order, but never half of one")
    func integers() {
        let bytes = ([9, 1, 2, 3, 4] as [UInt8])[1...]
        #expect(bytes.integer(UInt16.self, at: 0, .big) == 0x0102)
        #expect(bytes.integer(UInt32.self, at: 0, .little) == 0x0403_0201)
        #expect(bytes.integer(UInt16.self, at: 3, .big) == nil)
        #expect(bytes.integer(UInt64.self, at: 0, .big) == nil)
        #expect(bytes.integer(UInt16.self, at: -1, .big) == nil)
        #expect(bytes.holds([2, 3], at: 1) && !bytes.holds([4, 5], at: 3))
    }
}
