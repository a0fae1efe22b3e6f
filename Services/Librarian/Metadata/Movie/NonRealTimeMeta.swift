/// The description in XML that Sony's cameras put beside a recording.
enum NonRealTimeMeta {
    /// The attribute `value` of the element `CreationDate`: local time with an offset. The document is too small and
    /// too plain to be parsed for it. Nil when it is another document or has no such element.
    static func creationDate(in document: [UInt8]) -> String? {
        let text = String(decoding: document, as: UTF8.self)
        guard text.contains("NonRealTimeMeta") else { return nil }
        for part in text.split(separator: "<").dropFirst() where part.hasPrefix("CreationDate") {
            let tag = part.prefix { $0 != ">" }
            guard let name = tag.firstRange(of: "value=") else { continue }
            let quoted = tag[name.upperBound...]
            guard let quote = quoted.first, quote == "\"" || quote == "'" else { continue }
            return String(quoted.dropFirst().prefix { $0 != quote })
        }
        return nil
    }
}
