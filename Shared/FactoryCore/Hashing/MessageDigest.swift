import CLibCrypto

/// A digest by OpenSSL. One value serves any number of messages, one after the other; fetching the algorithm costs more than
/// digesting a small file.
struct MessageDigest: ~Copyable {
    private let algorithm: OpaquePointer
    private let context: OpaquePointer

    /// Begins a message.
    ///
    /// - Parameters:
    ///   - name: as OpenSSL calls the algorithm.
    ///   - properties: OpenSSL's query for which of its implementations to take; nil for the usual one.
    /// - Throws: `StartupError` when OpenSSL has none to offer.
    init(_ name: String, properties: String? = nil) throws(StartupError) {
        guard let algorithm = EVP_MD_fetch(nil, name, properties) else {
            throw StartupError("OpenSSL offers no \(name) on this machine")
        }
        guard let context = EVP_MD_CTX_new() else {
            EVP_MD_free(algorithm)
            throw StartupError("OpenSSL has no memory for a digest")
        }
        (self.algorithm, self.context) = (algorithm, context)
        begin()
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// Begins a message, and forgets what was added since the last one.
    func begin() {
        // Whatever is wrong then, a digest of other bytes than were given must not be taken for theirs.
        precondition(EVP_DigestInit_ex2(context, algorithm, nil) == 1, "OpenSSL cannot begin a digest")
    }

    /// Adds the next bytes of the message.
    func add(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        precondition(EVP_DigestUpdate(context, base, bytes.count) == 1, "OpenSSL cannot go on with a digest")
    }

    /// Ends the message.
    ///
    /// - Parameter digest: as many bytes as the algorithm makes.
    func finish(to digest: UnsafeMutableRawBufferPointer) {
        precondition(EVP_DigestFinal_ex(context, digest.baseAddress, nil) == 1, "OpenSSL cannot end a digest")
    }
}
