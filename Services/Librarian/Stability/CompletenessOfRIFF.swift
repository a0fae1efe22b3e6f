/// A RIFF file says at its beginning how long it is.
enum CompletenessOfRIFF {
    static func check(_ source: some ByteSource) throws(ByteSourceError) -> Completeness {
        let header = try source.read(at: 0, count: 12)
        // Recorders that were interrupted leave zero here, and long recordings the largest number.
        guard let stated = header.integer(UInt32.self, at: 4, .little), stated > 0, stated < 0xFFFF_FFF0 else {
            return .complete
        }
        // The size does not count its own eight bytes; writers that count them are as common as files cut so short
        // are rare.
        guard source.size < Int(stated) else { return .complete }
        return .incomplete("The file has \(source.size) of the \(Int(stated) + 8) bytes that it says it has.")
    }
}
