/// What the name of a sidecar says about its photo, by the habits of those who write sidecars.
enum SidecarName {
    /// Whether a name ends like that of a sidecar.
    static func isSidecar(_ name: String) -> Bool {
        [".xmp", ".aae", ".json"].contains(FileName.split(name).fileExtension.lowercased())
    }

    /// The photos that a sidecar may belong to, the likeliest first.
    static func owners(of name: String) -> [SidecarOwner] {
        let (base, fileExtension) = FileName.split(name)
        switch fileExtension.lowercased() {
        case ".xmp": return [.named(base), .stem(base)]
        case ".aae": return owners(ofAdjustments: base)
        case ".json": return owners(ofTakeout: base)
        default: return []
        }
    }

    /// IMG_0001.AAE stands beside IMG_0001.HEIC; IMG_O0001.AAE tells how IMG_E0001.HEIC was made from it.
    private static func owners(ofAdjustments base: String) -> [SidecarOwner] {
        guard let range = base.firstRange(of: "_O") else { return [.stem(base)] }
        let (before, after) = (base[..<range.lowerBound], base[range.upperBound...])
        guard !after.isEmpty, after.allSatisfy(\.isNumber) else { return [.stem(base)] }
        return [.stem(base), .stem("\(before)_E\(after)"), .stem("\(before)_\(after)")]
    }

    /// `IMG_1.jpg`, `IMG_1.jpg.supplemental-metadata` or as much of it as there was room for, `IMG_1.jpg(2)` for
    /// `IMG_1(2).jpg`, and, from other programs, `IMG_1`.
    private static func owners(ofTakeout base: String) -> [SidecarOwner] {
        let (plain, number) = splitNumber(base)
        let name = withoutSupplement(plain)
        var owners: [SidecarOwner] = []
        if let number {
            let (stem, fileExtension) = FileName.split(name)
            owners.append(.named("\(stem)\(number)\(fileExtension)"))
        }
        owners += [.named(number == nil ? name : base), .named(base), .stem(base)]
        return owners.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// "IMG_1.jpg(2)" is "IMG_1.jpg" and "(2)".
    private static func splitNumber(_ base: String) -> (plain: String, number: String?) {
        guard base.hasSuffix(")"), let open = base.lastIndex(of: "("), open > base.startIndex else {
            return (base, nil)
        }
        let digits = base[base.index(after: open)...].dropLast()
        guard !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return (base, nil) }
        return (String(base[..<open]), String(base[open...]))
    }

    private static let supplement = ".supplemental-metadata"

    /// Cut at any letter: file names in Takeout have 46 characters before their last extension.
    private static func withoutSupplement(_ base: String) -> String {
        guard let dot = base.lastIndex(of: "."), supplement.hasPrefix(base[dot...]), base[dot...].count > 1 else {
            return base.hasSuffix(".") ? String(base.dropLast()) : base
        }
        return String(base[..<dot])
    }

    /// As many characters of a photo's name as a sidecar's name has room for.
    static let takeoutLimit = 46

    /// What Google Photos, in the language of its user, puts behind the name of a photo that was edited.
    static let editedSuffixes = [
        "-edited", "-effects", "-smile", "-mix", "-bearbeitet", "-bewerkt", "-modifié", "-modificato",
        "-editado", "-editada", "-ha editado", "-edytowane", "-redigerad", "-redigeret", "-muokattu", "-upraveno",
        "-編集済み", "-已修改", "-已編輯", "-수정됨", "-отредактировано", "-düzenlendi", "-szerkesztett",
    ]

    /// The name of the photo from which an edited one was made; nil for one that was not.
    static func unedited(_ name: String) -> String? {
        let (stem, fileExtension) = FileName.split(name)
        let (plain, number) = splitNumber(stem)
        guard let suffix = editedSuffixes.first(where: { plain.hasSuffix($0) }), plain.count > suffix.count else {
            return nil
        }
        return "\(plain.dropLast(suffix.count))\(number ?? "")\(fileExtension)"
    }
}
