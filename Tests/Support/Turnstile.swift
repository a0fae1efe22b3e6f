internal import Glibc

/// Lets a limited number of tests through at a time.
///
/// Tests that start programs and wait for them would all start at once otherwise, and on a small machine each would
/// take the time of all.
actor Turnstile {
    /// For everything that uses a scratch database.
    static let tests = Turnstile(places: 2 + 2 * max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        free = places
    }

    func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    /// The place of the one who leaves goes to the one who waited longest.
    func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
