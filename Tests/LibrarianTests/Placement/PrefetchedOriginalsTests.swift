import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("Originals that the disk is asked for ahead")
struct PrefetchedOriginalsTests {
    private let paths = ["2024/2024-03-09/a.jpg", "2024/2024-03-10/b.jpg"].compactMap(OriginalPath.init)

    private func stored(_ site: Site) throws -> [StoredOriginal] {
        try paths.map {
            StoredOriginal(fingerprint: try .of($0.text), finalPath: "/mounted/elsewhere/Originals/\($0.text)")
        }
    }

    @Test("are told from others once, as long as nobody touches them")
    func once() async throws {
        try await withSite { site in
            for path in paths { try site.originalFiles.write(path.text.bytes, to: path.text) }
            let originals = try Originals(storage: site.storage)
            var prefetched = PrefetchedOriginals(try stored(site), below: originals.root)
            let first = try #require(try originals.stamp(of: paths[0]))
            let answers = [prefetched.take(paths[0], of: first), prefetched.take(paths[0], of: first)]
            #expect(answers == [true, false])

            try site.originalFiles.write("another".bytes, to: paths[1].text)
            let second = try #require(try originals.stamp(of: paths[1]))
            let isSame = prefetched.take(paths[1], of: second)
            #expect(!isSame)
        }
    }

    @Test("may be missing, or none of ours")
    func missing() async throws {
        try await withSite { site in
            let originals = try Originals(storage: site.storage)
            let other = StoredOriginal(fingerprint: try .of("x"), finalPath: "/elsewhere/x.jpg")
            try site.originalFiles.write("b".bytes, to: paths[1].text)
            var prefetched = PrefetchedOriginals([other] + (try stored(site)), below: originals.root)
            let stamp = try #require(try originals.stamp(of: paths[1]))
            let answers = [prefetched.take(paths[0], of: stamp), prefetched.take(paths[1], of: stamp)]
            #expect(answers == [false, true])
        }
    }
}
