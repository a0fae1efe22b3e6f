/// Which files in Originals need a row.
package enum StrayRules {
    /// Others may put sidecars, or what looks like them, beside photos. Those that were filed are known by their rows
    /// and by the journal.
    private static let sidecars = [".xmp", ".aae", ".json"]

    package static func needsRow(_ name: [UInt8]) -> Bool {
        let text = FileName.text(name).lowercased()
        return IgnoreRules.reason(file: name) == nil && !sidecars.contains { text.hasSuffix($0) }
    }

    /// Whether it gets a row when the ledger is made again, if its content is what its name says.
    package static func mayHaveRow(_ name: [UInt8]) -> Bool {
        IgnoreRules.reason(file: name) == nil
    }

    package static func enters(folder name: [UInt8]) -> Bool {
        IgnoreRules.reason(folder: name) == nil
    }
}
