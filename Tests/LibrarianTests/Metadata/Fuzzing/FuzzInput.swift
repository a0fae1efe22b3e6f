/// A file for a reader: bytes, and perhaps a great many more behind them, which take no memory.
struct FuzzInput: Sendable, Hashable {
    enum Filling: String, Sendable, CaseIterable {
        case zeros
        case ones
        /// The bytes again and again: as many boxes, chunks and segments as can be.
        case cycle
    }

    var bytes: [UInt8]
    var filling = Filling.zeros
    /// Of the file, in bytes; never less than there are.
    var size: Int

    init(_ bytes: [UInt8], size: Int = 0, filling: Filling = .zeros) {
        (self.bytes, self.size, self.filling) = (bytes, max(size, bytes.count), filling)
    }

    /// How a file in which the bytes are kept is named, so that the rest can be told from it.
    func fileName(_ label: String) -> String {
        size == bytes.count ? "\(label).bin" : "\(label)@\(filling.rawValue)-\(size).bin"
    }

    /// As it was kept.
    init(_ bytes: [UInt8], fileName: String) {
        let parts = fileName.split(separator: "@").last?.split(whereSeparator: { "-.".contains($0) }) ?? []
        guard fileName.contains("@"), parts.count == 3, let filling = Filling(rawValue: String(parts[0])) else {
            self.init(bytes)
            return
        }
        self.init(bytes, size: Int(parts[1]) ?? 0, filling: filling)
    }
}
