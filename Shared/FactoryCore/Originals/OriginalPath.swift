/// Where an original belongs below `Originals`: `{YYYY}/{YYYY-MM-DD}/{name}`.
package struct OriginalPath: Sendable, Hashable {
    package let day: CivilDay
    /// Valid UTF-8, at most 255 bytes.
    package let name: String

    /// The year's folder.
    package var yearFolder: String {
        String(unsafeUninitializedCapacity: 4) { text in
            text.write(day.year, digits: 4, at: 0)
            return 4
        }
    }

    /// The day's folder in the year's folder.
    package var dayFolder: String { day.description }

    /// Below `Originals`.
    package var text: String {
        // Four digits of the year are a small string, and ten of the day.
        let (year, day) = (yearFolder, dayFolder)
        return String(unsafeUninitializedCapacity: year.utf8.count + day.utf8.count + name.utf8.count + 2) { text in
            let end = text.write("/", at: text.write(year, at: 0))
            return text.write(name, at: text.write("/", at: text.write(day, at: end)))
        }
    }

    /// The names to try, in order, for a file called `name` with this content: its own name, then its name with ever
    /// more digits of its fingerprint. The same file finds the same names again, also after a crash.
    package static func candidates(
        name: [UInt8], day: CivilDay, fingerprint: Fingerprint
    ) -> some Sequence<OriginalPath> {
        let text = FileName.text(name)
        let (stem, fileExtension) = FileName.split(text)
        // One at a time: mostly the first one is free.
        return [0, 8, 16, 64].lazy.map { digits in
            let suffix = digits == 0 ? fileExtension : "_\(fingerprint.hex.prefix(digits))\(fileExtension)"
            return OriginalPath(day: day, name: FileName.fitting(stem: stem, suffix: suffix))
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

    package func hash(into hasher: inout Hasher) {
        // One number instead of three.
        hasher.combine(day.year << 9 | day.month << 5 | day.day)
        hasher.combine(name)
    }
}
