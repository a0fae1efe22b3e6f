import CSHA256
import FactoryCore
import TestSupport
import Testing

@Suite("The check of fingerprints")
struct FingerprintCheckTests {
    /// With the processor's instructions for SHA-256, and without.
    private static let ways = csha256_is_offered() ? [true, false] : [false]

    /// Messages without a pattern that repeats within a block.
    private func messages(_ sizes: some Sequence<Int>) -> [[UInt8]] {
        sizes.enumerated().map { number, size in
            (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 31) >> 3 &+ $0 &+ number) }
        }
    }

    private func check(_ messages: [[UInt8]], _ fingerprints: [Fingerprint], _ hasInstructions: Bool) throws -> [Bool] {
        let room = messages.map { message in
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: message.count, alignment: 1)
            bytes.copyBytes(from: message)
            return bytes
        }
        defer { for bytes in room { bytes.deallocate() } }
        return try FingerprintCheck(hasInstructions: hasInstructions).check(
            zip(room, fingerprints).map { FingerprintCheck.Claim(bytes: UnsafeRawBufferPointer($0), fingerprint: $1) })
    }

    @Test("confirms what is true", arguments: [0, 1, 2, 3, 16], Self.ways)
    func confirms(count: Int, hasInstructions: Bool) throws {
        let messages = messages((0..<count).map { $0 * 1000 % 7 * 977 })
        let fingerprints = try messages.map { try SHA256.of($0) }
        #expect(try check(messages, fingerprints, hasInstructions) == Array(repeating: true, count: count))
    }

    @Test(
        "denies a fingerprint of other bytes, be it that of the message beside it, and confirms those around",
        arguments: Self.ways)
    func denies(hasInstructions: Bool) throws {
        let messages = messages([5000, 5000, 0, 64, 100])
        var fingerprints = try messages.map { try SHA256.of($0) }
        fingerprints.swapAt(0, 1)
        #expect(try check(messages, fingerprints, hasInstructions) == [false, false, true, true, true])
        var changed = messages
        changed[4][99] ^= 1
        fingerprints.swapAt(0, 1)
        #expect(try check(changed, fingerprints, hasInstructions) == [true, true, true, true, false])
    }

    // Without this the suite would not see a mistake: what it does not confirm is asked of OpenSSL.
    @Test(
        "agrees with OpenSSL about messages of every length, alone and beside others",
        .enabled(if: csha256_is_offered(), "This processor has no instructions for SHA-256."))
    func everyLength() throws {
        let lengths = Array(0...300)
        for sizes in [lengths, lengths.reversed(), lengths.map { $0 % 2 == 0 ? $0 : 100 * $0 }, [70_000]] {
            let messages = messages(sizes)
            #expect(try digests(of: messages) == messages.map { try SHA256.of($0) })
        }
    }

    private func digests(of messages: [[UInt8]]) -> [Fingerprint] {
        let bytes = Array(messages.joined())
        return bytes.withUnsafeBytes { bytes in
            var place = 0
            var room = messages.map { message in
                defer { place += message.count }
                var next = csha256_message()
                (next.bytes, next.size) = (bytes.baseAddress?.advanced(by: place), message.count)
                return next
            }
            csha256_digest(&room, Int32(room.count))
            return room.map { message in
                Fingerprint(digest: withUnsafeBytes(of: message.digest) { Array($0) })
            }
        }
    }
}
