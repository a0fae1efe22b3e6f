import FactoryCore

/// Decides whether Storage has room enough to begin anything.
enum SpaceRules {
    private static let mebibyte = 1 << 20
    private static let usualFloor = 512 * mebibyte
    private static let usualPart = 20

    /// Below how many free bytes nothing is begun.
    ///
    /// - Parameter megabytes: the owner's own floor in MiB, 0 for none; nil for the usual one.
    static func floor(of space: FileSystemSpace, megabytes: Int?) -> Int {
        megabytes.map { $0 * mebibyte } ?? min(usualFloor, space.total / usualPart)
    }

    /// Why nothing may be begun; nil when there is room. A file system that does not tell its size is not objected to.
    static func objection(to space: FileSystemSpace, path: String, megabytes: Int?) -> String? {
        let floor = floor(of: space, megabytes: megabytes)
        guard space.total > 0, space.free < floor else { return nil }
        return """
            STORAGE (\(path)) has \(text(space.free)) free, less than the \(text(floor)) that must stay: make room, \
            and filing goes on
            """
    }

    private static func text(_ bytes: Int) -> String {
        bytes >= 10 * mebibyte ? "\(bytes / mebibyte) MiB" : "\(bytes / 1024) KiB"
    }
}
