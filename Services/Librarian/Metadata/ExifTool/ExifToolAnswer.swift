/// Gathers what ExifTool writes until one answer is whole.
struct ExifToolAnswer {
    /// In bytes; the tags that are asked for take a few thousand.
    static let longest = 1 << 20

    private let end: [UInt8]
    private var bytes: [UInt8] = []

    /// - Parameter end: the line behind the answer. JSON writes a line break inside a text as `\n`, so that no value of
    ///   a tag can feign it.
    init(endingWith end: [UInt8]) {
        self.end = end
    }

    /// - Returns: the answer once it is whole.
    /// - Throws: when it becomes too long.
    mutating func take(_ part: some Sequence<UInt8>) throws(ExifToolError) -> [UInt8]? {
        bytes += part
        if bytes.suffix(end.count).elementsEqual(end) { return Array(bytes.dropLast(end.count)) }
        guard bytes.count <= Self.longest else { throw .tooLong }
        return nil
    }
}
