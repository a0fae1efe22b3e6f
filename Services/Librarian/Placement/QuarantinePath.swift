import FactoryCore

/// A place below `Quarantine`: `{YYYY-MM-DD}/{name}`.
struct QuarantinePath: Sendable, Hashable {
    /// The day on which the file was put aside.
    let day: CivilDay
    /// Valid UTF-8, at most 255 bytes.
    let name: String

    /// Below `Quarantine`.
    var text: String { "\(day)/\(name)" }

    /// The names to try, in order, for a file called `name` with this content.
    static func candidates(name: [UInt8], day: CivilDay, fingerprint: Fingerprint) -> some Sequence<QuarantinePath> {
        let (stem, fileExtension) = FileName.split(FileName.text(name))
        return (0...1000).lazy.map { attempt in
            let count = attempt == 0 ? "" : "_\(attempt)"
            let suffix = "_\(fingerprint.hex.prefix(8))\(count)\(fileExtension)"
            return QuarantinePath(day: day, name: FileName.fitting(stem: stem, suffix: suffix))
        }
    }

    /// Reads what `text` writes; nil for whatever leads elsewhere.
    init?(text: String) {
        let parts = FileName.parts(ofPath: text)
        guard parts.count == 2, let day = CivilDay(parts[0]), !["", ".", ".."].contains(parts[1]) else { return nil }
        self.init(day: day, name: parts[1])
    }

    init(day: CivilDay, name: String) {
        self.day = day
        self.name = name
    }
}
