import Dispatch
import FactoryCore
import ServiceLifecycle

/// Keeps the kernel's queue of events empty while the librarian is busy: it holds 16,384, and what does not fit is
/// lost.
struct WatchService: Service {
    let watcher: InboxWatcher

    func run() async throws {
        let queue = DispatchQueue(label: "inotify events")
        let source = DispatchSource.makeReadSource(fileDescriptor: watcher.descriptor, queue: queue)
        let (readable, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        source.setEventHandler { continuation.yield() }
        // The descriptor may be closed only after the source has let go of it.
        source.setCancelHandler { continuation.finish() }
        source.resume()
        await watcher.watchAll()
        for await _ in readable.cancelOnGracefulShutdown() { await watcher.drain() }
        source.cancel()
    }
}
