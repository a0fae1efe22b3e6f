import FactoryCore
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives the digests that the standard publishes",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(message: String, digest: String) throws {
        #expect(try SHA256.of(message.utf8).hex == digest)
    }

    @Test("of a million letters, added in uneven pieces")
    func pieces() throws {
        let hash = try SHA256()
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 999)
        for _ in 0..<1001 { letters.withUnsafeBytes { hash.add($0) } }
        hash.add(UnsafeRawBufferPointer(start: nil, count: 0))
        letters[..<1].withUnsafeBytes { hash.add($0) }
        #expect(hash.finish().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("serves one message after the other")
    func reuse() throws {
        let hash = try SHA256()
        for message in ["first", "second", "first", ""] {
            hash.begin()
            Array(message.utf8).withUnsafeBytes { hash.add($0) }
            #expect(try hash.finish() == SHA256.of(message.utf8))
        }
    }

    @Test("forgets a message that was broken off")
    func brokenOff() throws {
        let hash = try SHA256()
        [UInt8](1...200).withUnsafeBytes { hash.add($0) }
        hash.begin()
        #expect(try hash.finish() == SHA256.of([]))
    }

    @Test("is that of the system's own sha256sum")
    func secondOpinion() async throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try await withTemporaryFolder { folder in
            try folder.write(bytes, to: "file")
            #expect(try await Fingerprints.sha256(of: "file", in: folder) == SHA256.of(bytes).hex)
        }
    }
}
