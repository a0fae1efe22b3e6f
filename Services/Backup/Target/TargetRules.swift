import FactoryCore

/// Whether a target is the one that is meant.
enum TargetRules {
    enum Verdict: Equatable {
        case fit
        /// It is new: it gets the installation's id.
        case new
        case refused(String)
    }

    /// - Parameters:
    ///   - found: the first line of the target's file; nil where there is none.
    ///   - own: the installation's id; nil before its first run.
    ///   - isKnown: whether copies were made there before.
    static func verdict(of target: BackupTarget, found: String?, own: VaultID?, isKnown: Bool) -> Verdict {
        guard let own else {
            return .refused("the installation has no vault id yet: the librarian gives it one with its first run")
        }
        guard let found else {
            guard isKnown else { return .new }
            return .refused(
                "copies were made to \(target.name), but it has no file \(BackupTarget.mark) now: something else is there, "
                    + "such as the mount point without its disk")
        }
        guard let id = VaultID(hex: found) else {
            return .refused("the first line of \(target.place(BackupTarget.mark)) is no vault id")
        }
        guard id == own else {
            return .refused("\(target.name) belongs to another installation, \(id); this one is \(own)")
        }
        return .fit
    }
}
