import CLibCrypto

/// MD5 by OpenSSL: not against anybody, but to make a short key of a long text, the same that PostgreSQL's `md5` makes.
struct MD5: ~Copyable {
    static let byteCount = 16

    private let algorithm: OpaquePointer
    private let context: OpaquePointer

    /// - Throws: `StartupError` when OpenSSL has no MD5 to offer, as where only what FIPS 140 approves is allowed.
    init() throws(StartupError) {
        guard let algorithm = EVP_MD_fetch(nil, "MD5", nil) else {
            throw StartupError("OpenSSL offers no MD5 on this machine")
        }
        guard let context = EVP_MD_CTX_new() else {
            EVP_MD_free(algorithm)
            throw StartupError("OpenSSL has no memory for an MD5")
        }
        (self.algorithm, self.context) = (algorithm, context)
        EVP_DigestInit_ex2(context, algorithm, nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_MD_free(algorithm)
    }

    /// Writes the digest of one message.
    ///
    /// - Parameter digest: 16 bytes.
    func digest(_ message: UnsafeRawBufferPointer, to digest: UnsafeMutableRawBufferPointer) {
        // With the algorithm that it has: see `SHA256.begin`.
        EVP_DigestInit_ex2(context, nil, nil)
        EVP_DigestUpdate(context, message.baseAddress, message.count)
        EVP_DigestFinal_ex(context, digest.baseAddress, nil)
    }
}
