extension ByteSource {
    /// The elements that follow each other inside another one, up to one whose size is left open or cannot be.
    func elements(in element: EBMLElement, most: Int = 256) throws(ByteSourceError) -> [EBMLElement] {
        let limit = min(element.end ?? size, size)
        var found: [EBMLElement] = []
        var position = element.start
        while found.count < most, position < limit, let next = try EBMLElement(in: self, at: position) {
            found.append(next)
            guard let end = next.end else { break }
            position = end
        }
        return found
    }

    /// What an element holds if that is one number; nil for more than eight bytes.
    func bits(of element: EBMLElement) throws(ByteSourceError) -> UInt64? {
        guard let length = element.size, (1...8).contains(length) else { return nil }
        let bytes = try read(at: element.start, count: length)
        return bytes.count == length ? bytes.reduce(0) { $0 << 8 | UInt64($1) } : nil
    }
}
