import FactoryCore

/// The date that cameras, messengers and people write into the names of files.
struct FileNameDate: Sendable, Hashable {
    /// What the digits stand for.
    enum Kind: Sendable, Hashable {
        /// The clock on the wall.
        case local
        /// A day alone: midnight stands for it.
        case day
        /// UTC, as Google's Pixel phones write it, or milliseconds since 1970.
        case instant
    }

    let kind: Kind
    let time: CivilTime

    /// Reads `name`; nil for a name without a date, or with one before 1970 or more than a day after `now`.
    init?(name: some Collection<UInt8>, now: Timestamp) {
        let stem = Self.stem(of: Array(name))
        guard let found = FileNamePattern.firstDate(in: stem, where: { Self.isBelievable($0.time, now: now) }) else {
            return nil
        }
        self = found
    }

    init(_ kind: Kind, _ time: CivilTime) {
        (self.kind, self.time) = (kind, time)
    }

    /// The date in the form that all dates of files are read in.
    var text: String {
        kind == .day ? "\(time.day)" : time.sqlText
    }

    private static func isBelievable(_ time: CivilTime, now: Timestamp) -> Bool {
        time.day.year >= 1970 && time <= now.adding(seconds: 86_400).utc
    }

    /// Without the extension, and without that of a sidecar behind it.
    private static func stem(of name: [UInt8]) -> ArraySlice<UInt8> {
        let stem = withoutExtension(name[...]) { $0.elementsEqual("json".utf8) || $0.elementsEqual("xmp".utf8) }
        return withoutExtension(stem) { letters in
            guard (2...5).contains(letters.count), let first = letters.first else { return false }
            return !FileNameCursor.isDigit(first)
                && letters.allSatisfy {
                    FileNameCursor.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                }
        }
    }

    /// - Parameter isOne: is asked with small letters.
    private static func withoutExtension(
        _ name: ArraySlice<UInt8>, if isOne: ([UInt8]) -> Bool
    ) -> ArraySlice<UInt8> {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.endIndex - dot <= 6 else { return name }
        let letters = name[(dot + 1)...].map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
        return isOne(letters) ? name[..<dot] : name
    }
}
