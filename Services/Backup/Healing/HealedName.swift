import FactoryCore

/// How a file in `Storage/Healing` is called: like the original, with the hash, so that two of one name have room.
enum HealedName {
    static func text(_ copy: ProvenCopy) -> String {
        let (stem, fileExtension) = FileName.split(FileName.last(ofPath: copy.path))
        return FileName.fitting(stem: stem, suffix: "_\(copy.fingerprint.hex.prefix(16))\(fileExtension)")
    }
}
