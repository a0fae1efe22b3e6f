import FactoryCore

/// Reads an original again, from the disk, and says whether it is what it should be.
struct OriginalInspection {
    enum Finding {
        /// It has the content, in the file of this stamp.
        case whole(FileStamp)
        case missing
        /// Other bytes stand there.
        case differs(DisplacedFile)
        /// It cannot be read, for this reason, which says nothing about it.
        case unknown(String)
        case stopped
    }

    let originals: Originals
    let stop: StopSignal

    func look(at path: OriginalPath, for expected: Fingerprint, reader: borrowing ContentReader) -> Finding {
        var none = PrefetchedOriginals([], below: originals.root)
        return look(at: path, for: expected, reader: reader, prefetched: &none)
    }

    func look(
        at path: OriginalPath, for expected: Fingerprint, reader: borrowing ContentReader,
        prefetched: inout PrefetchedOriginals
    ) -> Finding {
        do {
            guard let original = try originals.open(path) else { return .missing }
            return try compare(original, path, with: expected, reader: reader, prefetched: &prefetched)
        } catch {
            return .unknown("\(error)")
        }
    }

    private func compare(
        _ original: OpenFile, _ path: OriginalPath, with expected: Fingerprint, reader: borrowing ContentReader,
        prefetched: inout PrefetchedOriginals
    ) throws(FileError) -> Finding {
        let text = originals.fullPath(of: path)
        let stamp = try original.stamp(text)
        guard stamp.isRegularFile else { return .unknown("\(text) is no regular file") }
        let read =
            prefetched.take(path, of: stamp)
            ? try reader.fingerprint(of: original, text, unless: stop)
            : try reader.fingerprintOnDisk(of: original, text, unless: stop)
        guard let (fingerprint, _) = read else { return .stopped }
        guard fingerprint != expected else { return .whole(stamp) }
        return .differs(
            DisplacedFile(place: path, path: text, fingerprint: fingerprint, stamp: stamp, cause: .damaged))
    }
}
