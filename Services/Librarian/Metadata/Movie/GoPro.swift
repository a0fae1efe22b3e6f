/// GoPro's cameras have no notion of a zone: where a video's header wants UTC they write the time of their clock.
enum GoPro {
    /// Whether the maker's name stands in a text, such as the name of a track's handler: "\u{B}GoPro AVC".
    static func isNamed(in text: some Sequence<UInt8>) -> Bool {
        String(latin1: text).contains("GoPro")
    }
}
