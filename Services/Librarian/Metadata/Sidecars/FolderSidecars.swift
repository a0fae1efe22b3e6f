/// Which sidecars of a folder belong to which of its photos and videos, by name. Every name is looked at a fixed number
/// of times, however many there are.
struct FolderSidecars: Sendable {
    private var media: [SidecarKey: [[UInt8]]] = [:]
    private var sidecars: [SidecarKey: [[UInt8]]] = [:]

    /// - Parameters:
    ///   - media: the names of the folder's photos and videos.
    ///   - sidecars: names that may be of sidecars; others among them do no harm.
    init(media: some Sequence<[UInt8]>, sidecars: some Sequence<[UInt8]>) {
        for name in media {
            for key in Set(MediaName.sidecarKeys(of: name)) { self.media[key, default: []].append(name) }
        }
        for name in sidecars {
            for key in Set(SidecarName(name)?.keys ?? []) { self.sidecars[key, default: []].append(name) }
        }
    }

    /// The sidecars that the photo or video `name` may have, for each kind the best first.
    func sidecars(of name: [UInt8]) -> [SidecarKind: [[UInt8]]] {
        var found: [SidecarKind: [[UInt8]]] = [:]
        var seen: Set<[UInt8]> = []
        for key in MediaName.sidecarKeys(of: name) {
            for sidecar in sidecars[key] ?? [] where seen.insert(sidecar).inserted {
                found[key.kind, default: []].append(sidecar)
            }
        }
        return found
    }

    /// The photos and videos to which the sidecar `name` may belong, by what ties them to it, the best first.
    func matches(of name: [UInt8]) -> [(form: SidecarKey.Form, media: [[UInt8]])] {
        (SidecarName(name)?.keys ?? []).compactMap { key in media[key].map { (key.form, $0) } }
    }

    /// The same without what ties them.
    func media(of name: [UInt8]) -> [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return matches(of: name).flatMap(\.media).filter { seen.insert($0).inserted }
    }
}
