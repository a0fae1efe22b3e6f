import FactoryCore
import Testing

@testable import librarian

@Suite("The rules for what is ignored")
struct IgnoreRulesTests {
    @Test(
        "leave files alone that other programs still write or keep for themselves",
        arguments: [
            ".syncthing.IMG_1.jpg.tmp", "~syncthing~IMG_1.jpg.tmp", ".DS_Store", "._IMG_1.jpg", ".hidden", "Thumbs.db",
            "ehthumbs.db", "DESKTOP.INI", "Icon\r", "IMG_1.jpg.part", "IMG_1.JPG.PART", "film.crdownload",
            "a.tmp", "a.download", "a.!ut", "IMG.partial",
        ])
    func ignoredFiles(name: String) {
        #expect(IgnoreRules.reason(file: name.bytes) != nil)
    }

    @Test(
        "take everything else",
        arguments: [
            "IMG_1.jpg", "part.jpg", "a.part.jpg", "tmp", "Thumbs.db.jpg", "syncthing.jpg", "a", "~a.jpg", "IMG.tmp1",
        ])
    func files(name: String) {
        #expect(IgnoreRules.reason(file: name.bytes) == nil)
    }

    @Test("say Syncthing for what Syncthing writes")
    func reason() {
        #expect(IgnoreRules.reason(file: ".syncthing.a.jpg.tmp".bytes) == "Syncthing is still writing it")
        #expect(IgnoreRules.reason(file: ".a.jpg".bytes) == "a hidden file")
    }

    @Test(
        "do not enter folders of other programs",
        arguments: [
            ".stfolder", ".stversions", "@eaDir", "#recycle", "#snapshot", "$RECYCLE.BIN", "lost+found", ".Trash-1000",
            "System Volume Information",
        ])
    func ignoredFolders(name: String) {
        #expect(IgnoreRules.reason(folder: name.bytes) != nil)
    }

    @Test("enter all others, and the one in which a crash may have left a photo")
    func folders() {
        for name in ["DCIM", "100APPLE", "recycle", "eaDir", SourceRemoval.folderName] {
            #expect(IgnoreRules.reason(folder: name.bytes) == nil, "\(name)")
        }
        #expect(IgnoreRules.reason(folder: [0xFF]) == nil && IgnoreRules.reason(file: [0xFF, 0x2E]) == nil)
    }
}
