/// Waits until `condition` is true, asking again and again; throws `SupportError` when it is not within `timeout`.
///
/// - Parameter what: the end of the sentence "It did not come true that …".
public func eventually(
    _ what: String, within timeout: Duration = .seconds(120), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + timeout
    while !(try await condition()) {
        if ContinuousClock.now > deadline {
            throw SupportError("It did not come true that \(what) within \(timeout).")
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}
