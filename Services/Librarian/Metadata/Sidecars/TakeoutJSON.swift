/// Reads what Google Takeout writes beside a photo.
enum TakeoutJSON {
    /// Nil for what is no such file.
    static func fields(of bytes: [UInt8]) -> TakeoutFields? {
        nil
    }
}
