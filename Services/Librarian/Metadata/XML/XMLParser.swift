import CExpat

/// One parser of libexpat; owns its memory.
struct XMLParser: ~Copyable {
    private let parser: XML_Parser
    private let listener: (XMLEvent) -> Bool

    /// What the callbacks are handed.
    private struct Context {
        let parser: XML_Parser
        let listener: (XMLEvent) -> Bool
        var depth = 0

        func tell(_ event: XMLEvent) {
            if !listener(event) { stop() }
        }

        func stop() {
            XML_StopParser(parser, XML_Bool(XML_FALSE))
        }
    }

    /// Stands between namespace and name; no namespace can hold it.
    private static let separator = UInt8(ascii: "\n")

    /// Nil when memory is short.
    init?(encoding: String?, listener: @escaping (XMLEvent) -> Bool) {
        guard let new = XML_ParserCreateNS(encoding, XML_Char(bitPattern: Self.separator)) else { return nil }
        parser = new
        self.listener = listener
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// May be called once.
    func parse(_ document: [UInt8]) -> XMLDocument.Ending {
        var context = Context(parser: parser, listener: listener)
        let status = withUnsafeMutablePointer(to: &context) { context in
            XML_SetUserData(parser, context)
            setHandlers()
            return document.withUnsafeBytes { bytes in
                XML_Parse(parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(clamping: bytes.count), 1)
            }
        }
        guard status != XML_STATUS_OK else { return .complete }
        return switch XML_GetErrorCode(parser) {
        case XML_ERROR_ABORTED: .stopped
        case XML_ERROR_INVALID_TOKEN: .unreadableCharacter
        default: .broken
        }
    }

    private func setHandlers() {
        XML_SetStartElementHandler(parser) { data, name, attributes in
            guard let context = data?.assumingMemoryBound(to: Context.self) else { return }
            context.pointee.depth += 1
            guard context.pointee.depth <= XMLDocument.deepest else { return context.pointee.stop() }
            context.pointee.tell(
                .start(XMLParser.name(name), attributes: XMLParser.attributes(attributes)))
        }
        XML_SetEndElementHandler(parser) { data, _ in
            guard let context = data?.assumingMemoryBound(to: Context.self) else { return }
            context.pointee.depth -= 1
            context.pointee.tell(.end)
        }
        XML_SetCharacterDataHandler(parser) { data, start, length in
            guard let context = data?.assumingMemoryBound(to: Context.self), let start, length > 0 else { return }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
            context.pointee.tell(.text(String(decoding: bytes, as: UTF8.self)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            data?.assumingMemoryBound(to: Context.self).pointee.stop()
        }
    }

    private static func name(_ text: UnsafePointer<XML_Char>?) -> XMLName {
        guard let text else { return XMLName("", "") }
        let parts = String(cString: text).split(separator: "\n", maxSplits: 1)
        return parts.count == 2 ? XMLName(String(parts[0]), String(parts[1])) : XMLName("", String(parts.first ?? ""))
    }

    /// libexpat gives names and values in turns, and a null pointer behind the last.
    private static func attributes(
        _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> [(name: XMLName, value: String)] {
        guard var next = list else { return [] }
        var found: [(name: XMLName, value: String)] = []
        while let name = next[0], let value = next[1] {
            found.append((Self.name(name), String(cString: value)))
            next += 2
        }
        return found
    }
}
