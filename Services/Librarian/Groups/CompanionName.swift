import FactoryCore

/// What a member of a group is called beside the one that leads it.
enum CompanionName {
    /// The names to try, in order: the leader's stem with what is the member's own; then the same with ever more digits of
    /// the member's fingerprint between the two.
    ///
    /// - Parameters:
    ///   - name: the member's, as it came.
    ///   - companions: those of the leader and of the others, as they came.
    ///   - filed: the leader's, as it is filed.
    ///   - hash: the member's fingerprint in hexadecimal digits.
    static func candidates(_ name: [UInt8], companions: [String], filed: String, hash: String) -> [String] {
        let own = FileName.text(name)
        let stem = FileName.split(filed).stem
        let rest = rest(of: own, companions: companions, filed: filed)
        return [FileName.fitting(stem: stem, suffix: rest)]
            + [8, 16, 64].map { FileName.fitting(stem: stem, suffix: "_\(hash.prefix($0))\(rest)") }
    }

    /// What follows the common stem. A sidecar whose name was cut short, or numbered in another place, is called for the
    /// whole name of its photo.
    private static func rest(of own: String, companions: [String], filed: String) -> String {
        // Halves of a Live Photo may have come under different names, and a sidecar with either of them.
        for companion in companions {
            let stem = FileName.split(companion).stem
            guard own.utf8.starts(with: stem.utf8), let rest = String(own.utf8.dropFirst(stem.utf8.count)),
                rest.hasPrefix(".")
            else { continue }
            return rest
        }
        let ownExtension = FileName.split(own).fileExtension
        return SidecarName(Array(own.utf8)) != nil ? FileName.split(filed).fileExtension + ownExtension : ownExtension
    }
}
