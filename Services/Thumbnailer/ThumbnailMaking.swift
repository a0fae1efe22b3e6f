import FactoryCore

/// Makes the thumbnails of one asset. It blocks, on a thread of its own.
actor ThumbnailMaking {
    private let executor = BlockingExecutor(label: "thumbnails")
    private let storage: String
    private let store: ThumbnailStore
    private let maker: MakerProgram

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(storage: String, store: ThumbnailStore, maker: MakerProgram) {
        (self.storage, self.store, self.maker) = (storage, store, maker)
    }

    /// - Throws: `WorkFailure`, `StorageObstacle`, `CancellationError` when it was stopped.
    func make(_ asset: ClaimedAsset) throws -> MadeThumbnails {
        guard let path = LedgerPath.belowOriginals(asset.finalPath) else {
            throw WorkFailure("its path does not lead below Originals", isPassing: false)
        }
        let original = try find(path)
        do {
            return try store.lend(asset.id) { folder in
                let made = try maker.run(source: original, folder: folder.path)
                try store.keep(folder, of: asset.fingerprint.hex)
                return made
            }
        } catch let error as FileError {
            store.forgetFolder()
            throw StorageObstacle("thumbnails cannot be kept: \(error)")
        }
    }

    /// - Returns: where it is, once it has been opened.
    private func find(_ path: RelativePath) throws -> String {
        let originals: Folder
        do {
            originals = try Folder.open("\(storage)/\(Originals.folderName)")
        } catch {
            throw StorageObstacle("the originals are not there: \(error)")
        }
        do {
            let folder = try originals.folder(path.folders)
            let name = folder.pathText(path.name)
            guard try folder.openFile(path.name).stamp(name).isRegularFile else {
                throw WorkFailure("its original is no file: \(name)")
            }
            return name
        } catch let error as FileError {
            throw WorkFailure("its original \(error.isMissing ? "is missing" : "cannot be used"): \(error)")
        }
    }
}
