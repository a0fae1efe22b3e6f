/// A PNG is complete when its last chunk, IEND, has arrived (PNG specification, 5.6); what follows it is no harm.
enum CompletenessOfPNG {
    /// Who has more is not counted to the end: chunks of image data have some thousand bytes each.
    private static let mostChunks = 200_000
    private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    static func check(_ source: some ByteSource) throws(ByteSourceError) -> Completeness {
        if try source.read(at: source.size - end.count, count: end.count) == end { return .complete }
        // The signature comes first.
        var position = 8
        for _ in 0..<mostChunks {
            let header = try source.read(at: position, count: 8)
            guard let length = header.integer(UInt32.self, at: 0, .big), header.count == 8 else {
                return .incomplete("The PNG ends before its last chunk.")
            }
            // A damaged chunk says nothing about what has arrived, but zeros show what was only reserved.
            guard header[4...].allSatisfy(isLetter) else {
                return header.allSatisfy { $0 == 0 }
                    ? .incomplete("The PNG breaks off at byte \(position).") : .complete
            }
            position += 12 + Int(length)
            guard position <= source.size else {
                return .incomplete("The PNG ends inside its chunk \(String(latin1: header[4...])).")
            }
            if header[4...].elementsEqual("IEND".utf8) { return .complete }
        }
        return .complete
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
