import FactoryCore
import Synchronization

/// What the watcher heard and nobody has looked at yet. Bounded: when too much comes at once, a scan finds it all.
final class InboxHints: Sendable {
    private struct Heard {
        var files: Set<RelativePath> = []
        var needsScan = false
    }

    private static let capacity = 4096

    private let heard = Mutex(Heard())
    private let bell: Bell

    /// - Parameter bell: rung whenever there is something new.
    init(bell: Bell) {
        self.bell = bell
    }

    /// Something happened to these files; or to so much that only a scan can tell.
    func add(_ files: [RelativePath], needsScan: Bool) {
        heard.withLock { heard in
            heard.needsScan = heard.needsScan || needsScan
            heard.files.formUnion(files)
            if heard.files.count > Self.capacity {
                heard.files = []
                heard.needsScan = true
            }
        }
        bell.ring()
    }

    /// All that was heard since the last call.
    func take() -> (files: [RelativePath], needsScan: Bool) {
        heard.withLock { heard in
            defer { heard = Heard() }
            return (Array(heard.files), heard.needsScan)
        }
    }
}
