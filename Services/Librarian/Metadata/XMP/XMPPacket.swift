/// Reads XMP.
enum XMPPacket {
    /// What a packet says; nil for what is no XMP.
    static func fields(of packet: some Collection<UInt8>) -> XMPFields? {
        nil
    }
}
