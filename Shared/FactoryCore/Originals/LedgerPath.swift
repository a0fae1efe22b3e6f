/// Where below `Originals` the path of a row leads.
package enum LedgerPath {
    /// Only what follows `Originals` counts: the storage may have been mounted elsewhere when the row was written.
    ///
    /// - Returns: nil for a path that does not lead below `Originals`.
    package static func belowOriginals(_ finalPath: String) -> RelativePath? {
        if let path = Originals.path(ofLedger: finalPath) { return path.relative }
        // Rows of earlier systems may name other folders than those of days.
        let parts = FileName.parts(ofPath: finalPath)
        guard let root = parts.lastIndex(of: "Originals") else { return nil }
        let below = parts[(root + 1)...]
        guard !below.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
        return RelativePath(components: below.map { Array($0.utf8) })
    }
}

extension OriginalPath {
    /// The same place as a path below `Originals`.
    package var relative: RelativePath? {
        RelativePath(components: [yearFolder, dayFolder, name].map { Array($0.utf8) })
    }
}
