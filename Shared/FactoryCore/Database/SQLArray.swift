/// A one-dimensional array parameter, as `unnest(\(SQLArray(names))::text[])` takes it.
public struct SQLArray: SQLBindable {
    public let sqlText: String

    /// An array of texts; nil is NULL.
    public init(_ elements: [String?]) {
        // Byte by byte: both marks are ASCII, which no other character of UTF-8 contains.
        var text: [UInt8] = []
        text.reserveCapacity(elements.reduce(2) { $0 + ($1?.utf8.count ?? 2) + 3 })
        text.append(UInt8(ascii: "{"))
        for (index, element) in elements.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            guard let element else {
                text.append(contentsOf: "NULL".utf8)
                continue
            }
            text.append(UInt8(ascii: "\""))
            for byte in element.utf8 {
                // Inside a quoted array element only these two have a meaning of their own.
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
                text.append(byte)
            }
            text.append(UInt8(ascii: "\""))
        }
        text.append(UInt8(ascii: "}"))
        sqlText = String(decoding: text, as: UTF8.self)
    }

    /// An array of values in their text form.
    public init<Element: SQLBindable>(_ elements: [Element]) {
        self.init(elements.map { $0.sqlText as String? })
    }

    /// An array of values in their text form; nil is NULL.
    public init<Element: SQLBindable>(_ elements: [Element?]) {
        self.init(elements.map { $0?.sqlText })
    }
}
