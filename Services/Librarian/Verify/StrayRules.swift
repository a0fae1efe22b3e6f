/// Which files in Originals need a row.
enum StrayRules {
    /// Sidecars stand beside their photos without being assets.
    private static let sidecars = [".xmp", ".aae", ".json"]

    static func needsRow(_ name: [UInt8]) -> Bool {
        let text = FileName.text(name).lowercased()
        return IgnoreRules.reason(file: name) == nil && !sidecars.contains { text.hasSuffix($0) }
    }

    static func enters(folder name: [UInt8]) -> Bool {
        IgnoreRules.reason(folder: name) == nil
    }
}
