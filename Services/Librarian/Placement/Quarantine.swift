import FactoryCore

/// `Storage/Quarantine/{YYYY-MM-DD}`: bytes that have no other place. Nothing is ever deleted from it.
struct Quarantine {
    private let storage: Folder
    private let clock: any WallClock

    init(storage: Folder, clock: any WallClock) {
        self.storage = storage
        self.clock = clock
    }

    /// Moves a file here, under its own name or one that is free.
    ///
    /// - Parameter mark: tells files of one name apart; the same file should get the same mark.
    /// - Returns: the full path of its new place.
    func take(_ name: [UInt8], from folder: Folder, mark: String) throws(FileError) -> String {
        let today = try storage.makeFolder("Quarantine").makeFolder(clock.now.utc.day.description)
        let (stem, fileExtension) = FileName.split(FileName.text(name))
        var attempt = 0
        while true {
            let count = attempt == 0 ? "" : "_\(attempt)"
            let target = Array(FileName.fitting(stem: stem, suffix: "_\(mark)\(count)\(fileExtension)").utf8)
            do {
                try folder.move(name, to: today, as: target)
                return today.pathText(target)
            } catch {
                guard error.isTaken, attempt < 1000 else { throw error }
                attempt += 1
            }
        }
    }
}
