/// Where an original belongs below `Originals`: `{YYYY}/{YYYY-MM-DD}/{name}`.
package struct OriginalPath: Sendable, Hashable {
    package let day: CivilDay
    /// Valid UTF-8, at most 255 bytes.
    package let name: String

    /// The year's folder.
    package var yearFolder: String { String(day.description.prefix(4)) }

    /// The day's folder in the year's folder.
    package var dayFolder: String { day.description }

    /// Below `Originals`.
    package var text: String { "\(yearFolder)/\(dayFolder)/\(name)" }

    /// The names to try, in order, for a file called `name` with this content: its own name, then its name with ever
    /// more digits of its fingerprint. The same file finds the same names again, also after a crash.
    package static func candidates(name: [UInt8], day: CivilDay, fingerprint: Fingerprint) -> [OriginalPath] {
        let text = FileName.text(name)
        let (stem, fileExtension) = FileName.split(text)
        let hex = fingerprint.hex
        let suffixes = [8, 16, 64].map { "_\(hex.prefix($0))\(fileExtension)" }
        let own = FileName.fitting(stem: stem, suffix: fileExtension)
        return ([own] + suffixes.map { FileName.fitting(stem: stem, suffix: $0) }).map {
            OriginalPath(day: day, name: $0)
        }
    }

    /// Reads what `text` writes; nil for whatever leads elsewhere.
    package init?(text: String) {
        let parts = FileName.parts(ofPath: text)
        guard parts.count == 3, let day = CivilDay(parts[1]), !["", ".", ".."].contains(parts[2]) else { return nil }
        self.init(day: day, name: parts[2])
        guard yearFolder == parts[0], !name.utf8.contains(0) else { return nil }
    }

    package init(day: CivilDay, name: String) {
        self.day = day
        self.name = name
    }
}
