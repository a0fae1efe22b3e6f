import FactoryCore
import Glibc
import Logging

/// Hears from the kernel what changes in the inbox, so that files need not wait for the next scan. Only ever a hint:
/// network mounts are silent, queues overflow and watches run out, and the periodic scan alone must be enough.
actor InboxWatcher {
    private static let interesting =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_ATTRIB) | UInt32(IN_ONLYDIR)

    private let executor = BlockingExecutor(label: "inotify")
    private let inbox: Folder
    private let file: OpenFile
    private let hints: InboxHints
    private let logger: Logger
    /// Which folder each watch looks at.
    private var folders: [Int32: [[UInt8]]] = [:]
    private var hasWarned = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Throws: `FileError` when the kernel offers no notifications.
    init(_ inbox: Folder, hints: InboxHints, logger: Logger) throws(FileError) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw FileError("watch", inbox.path) }
        file = OpenFile(owning: descriptor)
        self.inbox = inbox
        self.hints = hints
        self.logger = logger
    }

    /// The descriptor that becomes readable when there are events.
    nonisolated var descriptor: Int32 { file.descriptor }

    /// Watches the whole inbox.
    func watchAll() {
        watch([])
    }

    /// Takes all events off the kernel's queue and passes on what they hint at.
    func drain() {
        var files: [RelativePath] = []
        var needsScan = false
        for event in readEvents() {
            if event.isOverflow { needsScan = true }
            if event.isEndOfWatch { folders[event.watch] = nil }
            guard let folder = folders[event.watch], !event.name.isEmpty else { continue }
            if event.isFolder {
                guard IgnoreRules.reason(folder: event.name) == nil, !isOwn(event.name) else { continue }
                // Files may have come before the watch did.
                watch(folder + [event.name])
                needsScan = true
            } else if IgnoreRules.reason(file: event.name) == nil,
                let path = RelativePath(components: folder + [event.name]), !folder.contains(where: isOwn)
            {
                files.append(path)
            }
        }
        if needsScan || !files.isEmpty { hints.add(files, needsScan: needsScan) }
    }

    /// The folder through which we remove duplicates comes and goes by our own hand.
    private func isOwn(_ name: [UInt8]) -> Bool {
        name == Array(SourceRemoval.folderName.utf8)
    }

    /// Watches a folder and those below it.
    private func watch(_ components: [[UInt8]]) {
        var waiting = [components]
        while let next = waiting.popLast() {
            // A folder that cannot be opened or listed does not keep the others from being watched.
            guard let folder = try? inbox.folder(next) else { continue }
            guard add(folder, next) else { return }
            guard let listing = try? FolderListing(folder) else { continue }
            while let name = try? listing.next() {
                guard IgnoreRules.reason(folder: name) == nil, !isOwn(name) else { continue }
                if let stamp = try? folder.stamp(name), stamp.isFolder { waiting.append(next + [name]) }
            }
        }
    }

    /// - Returns: false when no more watches are to be had.
    private func add(_ folder: Folder, _ components: [[UInt8]]) -> Bool {
        // By descriptor, so that the watch is on the folder that was opened, however long its path is.
        let watch = inotify_add_watch(file.descriptor, "/proc/self/fd/\(folder.file.descriptor)", Self.interesting)
        guard watch < 0 else {
            folders[watch] = components
            return true
        }
        let error = FileError("watch", folder.path)
        if !hasWarned {
            logger.warning("\(error); new files there are found by the periodic scan")
            hasWarned = true
        }
        return error.code != ENOSPC
    }

    private func readEvents() -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(file.descriptor, &buffer, buffer.count)
            if count > 0 {
                events += InotifyEvent.parse(buffer[..<count])
            } else if count == 0 || errno != EINTR {
                return events
            }
        }
    }
}
