/// By which names the server may be called. A page from elsewhere can make a browser ask us under a name of its own
/// that leads here ("DNS rebinding"); it cannot do so under an address, nor under a name that no public server gives away.
struct HostRules: Sendable {
    /// Further names, in lower case, such as a proxy asks for.
    let names: Set<String>

    private static let localSuffixes = [".localhost", ".local", ".lan", ".internal", ".home.arpa"]

    /// - Parameter authority: the header `Host`: a name or an address, with a port or without.
    func allows(_ authority: String) -> Bool {
        guard let host = Self.host(authority), !host.isEmpty else { return false }
        if Self.isAddress(host) || names.contains(host) { return true }
        // A name without a dot is one of this network.
        return !host.contains(".") || Self.localSuffixes.contains { host.hasSuffix($0) }
    }

    /// Without port, brackets and a full stop at the end, in lower case; nil for what is no host.
    private static func host(_ authority: String) -> String? {
        let text = authority.lowercased()
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            return String(text[text.index(after: text.startIndex)..<end])
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.first else { return nil }
        let isName = name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46 || byte == 95
        }
        guard isName else { return nil }
        return String(name.hasSuffix(".") ? name.dropLast() : name)
    }

    private static func isAddress(_ host: String) -> Bool {
        if host.contains(":") { return host.utf8.allSatisfy { "0123456789abcdef:.%".utf8.contains($0) } }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
