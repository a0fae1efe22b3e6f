/// Reads XML by libexpat.
///
/// Nothing that a document declares is obeyed: reading stops at a document type, so that there are no entities but
/// XML's own five, and nothing outside of the document is ever looked up.
enum XMLDocument {
    /// How reading came to its end.
    enum Ending: Hashable {
        case complete
        /// The listener had enough, or the document has a document type or is nested too deeply.
        case stopped
        /// Bytes that are no character of the encoding, or characters that XML does not allow.
        case unreadableCharacter
        /// Anything else that is not well-formed, such as an end that is missing.
        case broken
    }

    /// In bytes; what a longer document has behind them is not read. Metadata take some hundred kilobytes at most.
    static let longest = 4 << 20
    /// Elements within elements; metadata have a dozen.
    static let deepest = 64

    /// Tells `listener` the document's events up to the first fault; it answers whether to go on.
    ///
    /// - Parameter encoding: a name that libexpat knows; nil to go by the document, UTF-8 or UTF-16.
    static func read(
        _ document: some Collection<UInt8>, encoding: String? = nil, _ listener: (XMLEvent) -> Bool
    ) -> Ending {
        let bytes = Array(document.drop(while: { " \t\r\n".utf8.contains($0) }).prefix(longest))
        // Most photos have none, and a parser costs more than their whole EXIF.
        guard !bytes.isEmpty else { return .broken }
        return withoutActuallyEscaping(listener) { listener in
            guard let parser = XMLParser(encoding: encoding, listener: listener) else { return .broken }
            return parser.parse(bytes)
        }
    }
}
