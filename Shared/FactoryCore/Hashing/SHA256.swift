import CLibCrypto

/// SHA-256 by OpenSSL, which uses the processor's instructions for it. One value serves any number of messages, one
/// after the other; fetching the algorithm costs more than hashing a small file.
public struct SHA256: ~Copyable {
    private let algorithm: OpaquePointer
    private let context: OpaquePointer

    /// - Throws: `StartupError` when OpenSSL has no SHA-256 to offer.
    public init() throws(StartupError) {
        guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else {
            throw StartupError("OpenSSL offers no SHA-256 on this machine")
        }
        guard let context = EVP_MD_CTX_new() else {
            EVP_MD_free(algorithm)
            throw StartupError("OpenSSL has no memory for a SHA-256")
        }
        self.algorithm = algorithm
        self.context = context
        EVP_DigestInit_ex2(context, algorithm, nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// Begins a message, and forgets what was added since the last one; a new value has begun already.
    public func begin() {
        // With the algorithm that it has: named again, OpenSSL would make its state anew for each message.
        EVP_DigestInit_ex2(context, nil, nil)
    }

    /// Adds the next bytes of the message.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        EVP_DigestUpdate(context, base, bytes.count)
    }

    /// Ends the message and gives the digest of what was added since the last `begin`, which has to come before the
    /// next message.
    public func finish() -> Fingerprint {
        withUnsafeTemporaryAllocation(byteCount: Fingerprint.byteCount, alignment: 8) { digest in
            EVP_DigestFinal_ex(context, digest.baseAddress, nil)
            return Fingerprint(digest: UnsafeRawBufferPointer(digest))
        }
    }

    /// The digest of one message.
    public static func of(_ bytes: some Collection<UInt8>) throws(StartupError) -> Fingerprint {
        let hash = try SHA256()
        Array(bytes).withUnsafeBytes { hash.add($0) }
        return hash.finish()
    }
}
