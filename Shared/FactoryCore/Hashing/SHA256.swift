/// SHA-256 by OpenSSL, which uses the processor's instructions for it. One value serves any number of messages, one
/// after the other.
public struct SHA256: ~Copyable {
    private let digest: MessageDigest

    /// - Throws: `StartupError` when OpenSSL has no SHA-256 to offer.
    public init() throws(StartupError) {
        digest = try MessageDigest("SHA256")
    }

    /// Begins a message, and forgets what was added since the last one; a new value has begun already.
    public func begin() {
        digest.begin()
    }

    /// Adds the next bytes of the message.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        digest.add(bytes)
    }

    /// Ends the message and gives the digest of what was added since the last `begin`, which has to come before the
    /// next message.
    public func finish() -> Fingerprint {
        withUnsafeTemporaryAllocation(byteCount: Fingerprint.byteCount, alignment: 8) { bytes in
            digest.finish(to: bytes)
            return Fingerprint(digest: UnsafeRawBufferPointer(bytes))
        }
    }

    /// The digest of one message.
    public static func of(_ bytes: some Collection<UInt8>) throws(StartupError) -> Fingerprint {
        let hash = try SHA256()
        Array(bytes).withUnsafeBytes { hash.add($0) }
        return hash.finish()
    }
}
