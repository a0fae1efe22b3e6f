import FactoryCore

/// Reads from the name of a sidecar to which photos and videos of its folder it may belong. Whether it is one its
/// content decides: not every JSON is of Takeout.
struct SidecarName: Sendable, Hashable {
    let kind: SidecarKind
    /// The best first.
    let keys: [SidecarKey]

    /// Nil for a name that no sidecar has.
    init?(_ name: [UInt8]) {
        switch FileName.fileExtension(of: name).lowercased() {
        case ".xmp": kind = .xmp
        case ".aae": kind = .aae
        case ".json": kind = .takeout
        default: return nil
        }
        let stem = FileName.split(FileName.text(name)).stem
        keys =
            switch kind {
            case .xmp: Self.plainKeys(.xmp, stem)
            case .aae: Self.plainKeys(.aae, stem) + Self.keysOfOriginal(stem)
            case .takeout: TakeoutName.keys(ofSidecar: stem)
            }
    }

    /// `a.jpg.xmp` and `a.xmp`; the latter is also for a photo that has no extension.
    private static func plainKeys(_ kind: SidecarKind, _ stem: String) -> [SidecarKey] {
        let (inner, fileExtension) = FileName.split(stem)
        return [
            SidecarKey(kind: kind, form: .name, text: inner + fileExtension.lowercased()),
            SidecarKey(kind: kind, form: .stem, text: stem),
        ]
    }

    /// Apple writes the edits with which a camera app has already made `IMG_0001` to `IMG_O0001.AAE`.
    private static func keysOfOriginal(_ stem: String) -> [SidecarKey] {
        let digits = stem.dropFirst(5)
        guard stem.hasPrefix("IMG_O"), !digits.isEmpty, digits.utf8.allSatisfy(FileNameCursor.isDigit) else {
            return []
        }
        return [SidecarKey(kind: .aae, form: .stem, text: "IMG_\(digits)")]
    }
}
