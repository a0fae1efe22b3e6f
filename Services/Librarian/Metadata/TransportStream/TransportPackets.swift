/// Takes the stream of pictures out of the packets of an MPEG transport stream (ITU-T H.222.0, 2.4.3).
enum TransportPackets {
    private static let packetSize = 188
    private static let sync: UInt8 = 0x47

    /// The payload of the first stream that begins with the start code of a video packet, joined from its packets.
    static func videoPayload(in bytes: [UInt8]) -> [UInt8] {
        guard let rhythm = rhythm(of: bytes) else { return [] }
        var stream: UInt16?
        var payload: [UInt8] = []
        for start in stride(from: rhythm.first, through: bytes.count - packetSize, by: rhythm.step) {
            let packet = bytes[start..<start + packetSize]
            guard let id = packet.integer(UInt16.self, at: 1, .big).map({ $0 & 0x1FFF }),
                let contents = contents(of: packet)
            else { continue }
            if stream == nil, contents.holds([0, 0, 1]), contents.count > 3,
                (0xE0...0xEF).contains(contents[contents.startIndex + 3])
            {
                stream = id
            }
            if id == stream { payload += contents }
        }
        return payload
    }

    /// Where the first packet begins and how far it is to the next: 192 bytes where each is led by its time.
    private static func rhythm(of bytes: [UInt8]) -> (first: Int, step: Int)? {
        for (first, step) in [(0, 188), (4, 192)] {
            let places = stride(from: first, to: min(bytes.count, first + 5 * step), by: step)
            if bytes.count > first + step, places.allSatisfy({ bytes[$0] == sync }) { return (first, step) }
        }
        return nil
    }

    /// Behind the four bytes of the header and the adaptation field; nil for a packet without contents.
    private static func contents(of packet: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let control = packet[packet.startIndex + 3]
        guard packet.first == sync, control & 0x10 != 0 else { return nil }
        let field = control & 0x20 == 0 ? 0 : Int(packet[packet.startIndex + 4]) + 1
        return field <= packetSize - 4 ? packet.dropFirst(4 + field) : nil
    }
}
