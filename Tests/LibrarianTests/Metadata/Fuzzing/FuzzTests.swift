import AllocationProbe
import FactoryCore
import TestSupport
import Testing

@testable import librarian

/// Damages good files in thousands of ways, the same ones in every run, and reads them: nothing may crash, hang, read
/// without end or take much memory.
@Suite("Damaged files")
struct FuzzTests {
    /// Debug builds take more than ten times as long as what is shipped, in which it has to be a second.
    static let limit: Duration = .seconds(10)
    private static let mutations = 2000

    /// One after the other: other tests have to get their turn, and some of them look at a clock.
    @Test("are read within bounds", .serialized, arguments: FuzzTarget.all)
    func damaged(target: FuzzTarget) throws {
        let folder = try TestFolder("/tmp").folder("photo-factory-fuzz")
        let run = FuzzRun(target: target, limit: Self.limit, folder: folder)
        let failures = try run.run(seed: 1, count: Self.mutations)
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test("that failed once are read within bounds by every reader")
    func regressions() throws {
        let checkout = #filePath.split(separator: "/").dropLast(3)
        let folder = TestFolder("/\(checkout.joined(separator: "/"))/Regressions")
        let names = folder.entries().filter { $0.hasSuffix(".bin") }
        #expect(!names.isEmpty)
        for name in names {
            let input = FuzzInput(try folder.read(name), fileName: name)
            for target in FuzzTarget.all {
                let run = FuzzRun(target: target, limit: Self.limit, folder: folder)
                #expect(try run.fault(of: input) == nil, "\(name), \(target)")
            }
        }
    }

    @Test("can be told from good ones by the fuzzer itself")
    func selfTest() throws {
        allocation_probe_begin()
        let block = [UInt8](repeating: 1, count: 70 << 20)
        #expect(Int(allocation_probe_end()) > 70 << 20 && block.count == 70 << 20)
        allocation_probe_begin()
        for _ in 0..<100 { _ = [UInt8](repeating: 1, count: 1 << 20).count }
        #expect(Int(allocation_probe_end()) < 8 << 20)

        let endless = GuardedByteSource(FuzzInput([1, 2, 3], size: .max, filling: .cycle))
        #expect(try endless.read(at: 2, count: 5) == [3, 1, 2, 3, 1])
        #expect(throws: ByteSourceError.self) { while true { _ = try endless.read(at: 0, count: 0) } }
        let large = GuardedByteSource(FuzzInput([], size: .max))
        #expect(throws: ByteSourceError.self) { while true { _ = try large.read(at: 5, count: 1 << 20) } }
        #expect(endless.breach != nil && large.breach?.contains("bytes") == true)
        let atOnce = GuardedByteSource(FuzzInput([], size: .max))
        #expect(throws: ByteSourceError.self) { try atOnce.read(at: 5, count: .max) }

        let input = FuzzInput([1], size: 1 << 40, filling: .ones)
        #expect(FuzzInput([1], fileName: input.fileName("a-b")) == input)
        #expect(FuzzInput([1], fileName: "a-b.bin") == FuzzInput([1]))
    }

    @Test("of every format are made from at least one good one")
    func seeds() throws {
        for target in FuzzTarget.all {
            for seed in FuzzSeeds.shared.seeds(for: target) { #expect(try target.read(FuzzInput(seed)) == nil) }
        }
        let dated: [MediaFormat] = [
            .jpeg, .exv, .png, .gif, .webp, .psd, .tiff, .raf, .mrw, .crw, .x3f, .mov, .heic, .cr3, .jxl, .jp2, .avi,
            .matroska, .asf, .mpegTS,
        ]
        for format in dated {
            let seed = try #require(FuzzSeeds.made[.format(format)]?.first)
            let found = try MetadataReader().embedded(in: MemoryByteSource(seed), format: format)
            #expect(found.exif != ExifFields() || found.movie != MovieFields() || found.xmp != XMPFields(), "\(format)")
        }
    }
}
