extension TIFFStructure {
    /// Apple's identifier of a Live Photo, when Apple made the picture.
    func appleContentIdentifier() throws(ByteSourceError) -> String? {
        let tag = UInt16(ExifTagNumber.makerNote.rawValue)
        for directory in directories where directory.role == .exif {
            // Other makers' notes may be large, and their first bytes tell.
            guard let entry = directory.entry(tag), entry.size <= AppleMakerNote.longest,
                try source.withBytes(at: entry.position, count: 5, { $0.elementsEqual("Apple".utf8) })
            else { continue }
            return AppleMakerNote.contentIdentifier(in: try source.read(at: entry.position, count: entry.size))
        }
        return nil
    }
}
