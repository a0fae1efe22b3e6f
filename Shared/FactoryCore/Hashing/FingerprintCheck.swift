import CSHA256

/// Says whether messages in memory still have the fingerprints that OpenSSL once made of them, two at a time where an x86-64
/// processor has instructions for it: 3.3 GB/s instead of 1.7. What our own code does not confirm is asked of OpenSSL: a mistake
/// in it takes time, and no file gets its fingerprint from it.
public struct FingerprintCheck: ~Copyable {
    /// A message, and the fingerprint that it had.
    public struct Claim {
        let bytes: UnsafeRawBufferPointer
        let fingerprint: Fingerprint

        /// - Parameter bytes: valid until the claim is checked.
        public init(bytes: UnsafeRawBufferPointer, fingerprint: Fingerprint) {
            (self.bytes, self.fingerprint) = (bytes, fingerprint)
        }
    }

    private let hash: SHA256
    private let hasInstructions: Bool

    /// - Throws: `StartupError` when OpenSSL has no SHA-256 to offer.
    public init() throws(StartupError) {
        try self.init(hasInstructions: csha256_is_offered())
    }

    /// For a processor with these instructions or one without.
    package init(hasInstructions: Bool) throws(StartupError) {
        self.hasInstructions = hasInstructions
        hash = try SHA256()
    }

    /// - Returns: for each claim whether it is true.
    public func check(_ claims: [Claim]) -> [Bool] {
        guard hasInstructions else { return claims.map { isConfirmedByOpenSSL($0) } }
        var messages = claims.map { claim in
            var message = csha256_message()
            (message.bytes, message.size) = (UnsafeRawPointer(claim.bytes.baseAddress), claim.bytes.count)
            return message
        }
        csha256_digest(&messages, Int32(messages.count))
        return zip(messages, claims).map { message, claim in
            let found = withUnsafeBytes(of: message.digest) { Fingerprint(digest: $0) }
            return found == claim.fingerprint || isConfirmedByOpenSSL(claim)
        }
    }

    private func isConfirmedByOpenSSL(_ claim: Claim) -> Bool {
        hash.begin()
        hash.add(claim.bytes)
        return hash.finish() == claim.fingerprint
    }
}
