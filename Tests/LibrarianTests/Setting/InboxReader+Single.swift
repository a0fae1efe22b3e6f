import FactoryCore

@testable import librarian

extension InboxReader {
    /// Looks at files that stand alone.
    func look(at paths: [RelativePath], areHints: Bool) -> Sifted {
        look(at: paths.map { [$0] }, areHints: areHints)
    }
}

extension Sifted {
    /// The files of all groups.
    var stableFiles: [StableFile] { stable.flatMap(\.files) }
}
