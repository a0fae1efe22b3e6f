import FactoryCore
import Glibc

/// Moves one file to its place by a rename, where that is possible.
final class PlacementMove {
    enum Result: Equatable {
        /// With what a person may want to know about it.
        case placed(remark: String?)
        /// The name was taken between planning and moving.
        case taken
        case vanished
        /// The name in the inbox means another file now than the one that was read.
        case replaced
        /// The file got its new name, and after that nothing more could be found out: the disk has to tell later.
        case unclear(FileError)
        /// The librarian was told to stop; the file is still in the inbox.
        case stopped
        /// It needs a `VerifiedCopy`, for its place is on another mount.
        case crossesMounts
    }

    /// Two open folders of different file systems between which a rename was refused, as it will be for every file. Photos of a
    /// day mostly come together, and each refusal took 3 µs. Within one file system it may be a single file that was refused.
    private var latestCrossing: (from: Folder, to: Folder)?

    /// - Throws: `FileError` when the storage or the inbox does not allow it; the file is still in the inbox then.
    func move(_ file: SourceFile, to target: Folder, as name: String) throws -> Result {
        let newName = Array(name.utf8)
        // Here the change time still tells what somebody did who set the modification time back.
        guard let now = try file.folder.stamp(file.name) else { return .vanished }
        guard now.isUntouched(since: file.stamp) else { return .replaced }
        if let latestCrossing, latestCrossing.from === file.folder, latestCrossing.to === target {
            return .crossesMounts
        }
        do {
            try file.folder.move(file.name, to: target, as: newName)
        } catch let error where error.crossesMounts {
            latestCrossing = Self.shareDevice(file.folder, target) ? nil : (file.folder, target)
            return .crossesMounts
        } catch let error where error.isTaken {
            return .taken
        } catch let error where error.isMissing {
            // It may be the target's folder that has gone.
            guard try file.folder.stamp(file.name) == nil else { throw error }
            return .vanished
        }
        do {
            return try seal(file, in: target, newName)
        } catch {
            return .unclear(error)
        }
    }

    /// Lets go of the folders that it keeps open.
    func finish() {
        latestCrossing = nil
    }

    /// Also when it cannot be told.
    private static func shareDevice(_ one: Folder, _ other: Folder) -> Bool {
        guard let one = try? one.file.stamp(one.path), let other = try? other.file.stamp(other.path) else {
            return true
        }
        return one.device == other.device
    }

    /// Looks whether the file that was moved is the one that was read, and makes it read-only.
    private func seal(_ file: SourceFile, in target: Folder, _ name: [UInt8]) throws(FileError) -> Result {
        guard let placed = try target.stamp(name), placed.isSameFile(as: file.stamp) else {
            // Somebody replaced the file under our hands, and we moved the newcomer.
            try target.giveBack(name, to: file.folder, as: file.name)
            return .replaced
        }
        // A share may refuse; the file is filed all the same.
        guard fchmod(file.file.descriptor, 0o444) == 0 else {
            return .placed(remark: "\(FileError("make read-only", target.pathText(name)))")
        }
        return .placed(remark: nil)
    }
}
