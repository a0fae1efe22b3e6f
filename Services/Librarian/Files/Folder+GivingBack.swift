import FactoryCore

extension Folder {
    /// Gives a file its old name back, in the folder from which it came; a name beside it if that is in use again.
    func giveBack(_ name: [UInt8], to folder: Folder, as oldName: [UInt8]) throws(FileError) {
        do {
            try move(name, to: folder, as: oldName)
        } catch {
            guard error.isTaken else { throw error }
            let (stem, fileExtension) = FileName.split(FileName.text(oldName))
            let mark = String(UInt32.random(in: .min ... .max), radix: 16)
            let other = FileName.fitting(stem: stem, suffix: "_returned_\(mark)\(fileExtension)")
            try move(name, to: folder, as: Array(other.utf8))
        }
    }
}
