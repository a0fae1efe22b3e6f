/// Tells by content what kind of sidecar a file is, and reads what it says.
enum SidecarReader {
    /// The largest that any program writes is far below.
    static let largest = 4 << 20

    /// - Returns: nil for what is no sidecar.
    static func read(
        _ source: some ByteSource, name: [UInt8]
    ) throws(ByteSourceError) -> (kind: SidecarKind, facts: SidecarFacts)? {
        guard let kind = SidecarName(name)?.kind, (1...largest).contains(source.size) else { return nil }
        let bytes = try source.read(at: 0, count: source.size)
        switch kind {
        case .xmp: return XMPPacket.fields(of: bytes).map { (.xmp, SidecarFacts(xmp: $0)) }
        case .takeout: return TakeoutJSON.fields(of: bytes).map { (.takeout, SidecarFacts(takeout: $0)) }
        case .aae: return isPropertyList(bytes) ? (.aae, SidecarFacts()) : nil
        }
    }

    /// Apple writes its adjustments as a property list, in XML or binary.
    private static func isPropertyList(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: "bplist00".utf8) { return true }
        let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
        return head.contains("<plist") || head.contains("<!DOCTYPE plist")
    }
}
