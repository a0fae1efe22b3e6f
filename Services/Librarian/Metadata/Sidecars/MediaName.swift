import FactoryCore

/// Reads from the name of a photo or video which sidecars it may have.
enum MediaName {
    /// For each kind of sidecar the best first.
    static func sidecarKeys(of name: [UInt8]) -> [SidecarKey] {
        let text = FileName.text(name)
        let (stem, fileExtension) = FileName.split(text)
        let plain = [SidecarKind.xmp, .aae].flatMap { kind in
            [
                SidecarKey(kind: kind, form: .name, text: stem + fileExtension.lowercased()),
                SidecarKey(kind: kind, form: .stem, text: stem),
            ]
        }
        return plain + TakeoutName.keys(ofMedia: text)
    }
}
