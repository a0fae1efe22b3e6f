extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a text from `start` on.
    ///
    /// - Returns: where the next one begins.
    func write(_ text: String, at start: Int) -> Int {
        self[start...].update(fromContentsOf: text.utf8)
    }
}
