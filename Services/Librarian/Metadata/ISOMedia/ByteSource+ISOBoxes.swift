extension ByteSource {
    /// The boxes that follow each other in `range`, read by their headers alone. A header that cannot be one ends the
    /// walk with what was found.
    ///
    /// - Parameter most: how many boxes are looked at.
    func boxes(in range: Range<Int>, most: Int = 1024) throws(ByteSourceError) -> [ISOBox] {
        let range = range.clamped(to: 0..<max(0, size))
        var found: [ISOBox] = []
        var position = range.lowerBound
        while found.count < most, position < range.upperBound,
            let box = try ISOBox(in: self, at: position, end: range.upperBound)
        {
            found.append(box)
            position = box.contents.upperBound
        }
        return found
    }

    /// The beginning of what a box holds, at most `most` bytes.
    func contents(of box: ISOBox, most: Int) throws(ByteSourceError) -> [UInt8] {
        try read(at: box.contents.lowerBound, count: min(box.contents.count, most))
    }
}
