/// How Google Takeout names its JSON after a photo or video.
///
/// Today it puts ".supplemental-metadata" behind the name and cuts the whole to 46 characters; before, it did so with
/// the name alone. The number of a name that was taken comes last: `a(1).jpg` has `a.jpg(1).json`, or
/// `a.jpg.supplemental-metadata(1).json`. What was edited shares the JSON of what it was made from.
enum TakeoutName {
    /// The keys of a JSON, whose name is `stem` and ".json".
    static func keys(ofSidecar stem: String) -> [SidecarKey] {
        let (titled, number) = NumberedName.splitNumber(stem)
        let titles = [titled] + [withoutWord(titled)].compactMap { $0 }
        let ofNames = titles.map { title in
            number.isEmpty ? title : NumberedName(title).numbered(number)
        }
        var keys = ofNames.map { key(.name, NumberedName($0).whole) }
        keys += [key(.stem, stem)]
        keys += cuts.contains(titled.unicodeScalars.count) ? [key(.beginning, titled, number)] : []
        // Numbers of renditions count as well: a(1).heic and a(1).mp4 are one Live Photo.
        return keys + ofNames.map { key(.rendition, NumberedName($0).rendition) }
    }

    /// The keys by which a photo or video finds its JSON.
    static func keys(ofMedia name: String) -> [SidecarKey] {
        let own = NumberedName(name)
        var keys = [key(.name, own.whole), key(.stem, own.stem + own.number)] + beginnings(own)
        if let source = EditedName.source(of: own) {
            keys += [key(.name, source.whole)] + beginnings(source) + [key(.rendition, source.rendition)]
        } else {
            keys += [key(.rendition, own.rendition)]
        }
        return keys
    }

    /// How long names are after they were cut: the first is Takeout's own, of the second some archives tell.
    private static let cuts = [46, 51]

    private static let word = "supplemental-metadata"

    /// Without the word that stands behind the last dot as a whole or cut; nil where none stands there.
    private static func withoutWord(_ text: String) -> String? {
        guard let dot = text.lastIndex(of: "."), dot != text.startIndex,
            word.hasPrefix(text[text.index(after: dot)...])
        else { return nil }
        return String(text[..<dot])
    }

    private static func beginnings(_ name: NumberedName) -> [SidecarKey] {
        let scalars = name.title.unicodeScalars
        return cuts.filter { $0 <= scalars.count }.map { cut in
            key(.beginning, String(String.UnicodeScalarView(scalars.prefix(cut))), name.number)
        }
    }

    private static func key(_ form: SidecarKey.Form, _ text: String, _ number: String = "") -> SidecarKey {
        SidecarKey(kind: .takeout, form: form, text: text, number: number)
    }
}

extension NumberedName {
    /// The name of which the extension is left open.
    fileprivate var rendition: String { stem + number }

    /// The whole name with `number` before its extension.
    fileprivate func numbered(_ number: String) -> String {
        stem + self.number + number + fileExtension
    }
}
