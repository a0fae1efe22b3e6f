/// Takes the bytes of an answer as they come, up to a limit.
final class AnswerCollector {
    /// All header lines together; servers send some hundred bytes.
    private static let headerLimit = 65_536

    private(set) var body: [UInt8] = []
    /// Whether more came than is taken.
    private(set) var isOverfull = false
    private let sizeLimit: Int
    private var headerBytes = 0

    /// - Parameter sizeLimit: of the body, in bytes.
    init(sizeLimit: Int) {
        self.sizeLimit = sizeLimit
    }

    /// - Returns: how many bytes were taken: all, or none when they are too many.
    func addBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard bytes.count <= sizeLimit - body.count else { return refuse() }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    /// Likewise for a header line, which is counted and not kept.
    func addHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        return headerBytes <= Self.headerLimit ? bytes.count : refuse()
    }

    private func refuse() -> Int {
        isOverfull = true
        return 0
    }
}
