extension ISOMediaPass {
    /// The boxes that recorders add to a movie: QuickTime's texts, 3GPP's, and those of single makers.
    mutating func readUserData(_ userData: ISOBox) throws(ByteSourceError) {
        for box in try source.boxes(in: userData.contents) {
            switch box.type {
            // Ricoh writes "@" where "©" belongs.
            case "©day", "@day":
                keep(MovieText.international(try text(of: box)), as: .userDataContentCreateDate)
            case "date": keep(MovieText.plain(try text(of: box)), as: .userDataOriginal)
            case "©xyz", "@xyz":
                keep(place: MovieText.international(try text(of: box)), from: .userData)
            case "loci":
                let place = LocationBox.place(try text(of: box))
                places[.locationBox] = places[.locationBox] ?? place
            case "meta": try readMeta(box, in: .userData)
            case "uuid": try readUUID(box)
            case "XMP_": metadata.take(xmp: try source.contents(of: box, most: 4 << 20))
            default: try readMakersData(box)
            }
        }
    }

    private mutating func readMakersData(_ box: ISOBox) throws(ByteSourceError) {
        switch box.type {
        case "GPMF":
            metadata.movie.headerTimesAreLocal = true
            readTelemetry(try source.contents(of: box, most: 1 << 18))
        // The version of a GoPro's program, "HD5…" or "H22…".
        case "FIRM" where try text(of: box).holds("H".utf8): metadata.movie.headerTimesAreLocal = true
        // Ricoh: a whole TIFF structure.
        case "RMKN": metadata.take(exif: try source.contents(of: box, most: 1 << 20)[...])
        // Casio: a directory behind ten bytes, from the first of which its offsets count.
        case "QVMI":
            let contents = try source.contents(of: box, most: 1 << 20)
            metadata.take(exif: ([0x4D, 0x4D, 0, 42, 0, 0, 0, 10] + contents.dropFirst(8))[...])
        // Fujifilm: a directory whose offsets count from its own beginning.
        case "MVTG":
            let directory = Array(try source.contents(of: box, most: 1 << 20).dropFirst(16))
            guard let tiff = TIFFDirectoryPointer.structure(fromDirectory: directory, .little) else { return }
            metadata.take(exif: tiff[...])
        // Canon: a small JPEG with the EXIF block of the recording.
        case "CNTH":
            for thumbnail in try source.boxes(in: box.contents, most: 16) where thumbnail.type == "CNDA" {
                let picture = try JPEGMetadataReader.read(WindowByteSource(source, thumbnail.contents))
                metadata.exif.fillGaps(from: picture.exif)
            }
        default: break
        }
    }

    private func text(of box: ISOBox) throws(ByteSourceError) -> [UInt8] {
        try source.contents(of: box, most: MovieText.mostBytes)
    }
}
