extension Int {
    /// The number with leading zeros up to `width` digits; for what is never negative.
    func padded(to width: Int) -> String {
        let digits = String(self)
        guard digits.utf8.count < width else { return digits }
        return String(unsafeUninitializedCapacity: width) { text in
            text.write(self, digits: width, at: 0)
            return width
        }
    }
}
