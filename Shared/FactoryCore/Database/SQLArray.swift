/// A one-dimensional array parameter, as `unnest(\(SQLArray(names))::text[])` takes it.
///
/// Goes to the server in binary form, in which no side has to look for quotes:
/// https://doxygen.postgresql.org/arrayfuncs_8c_source.html (array_recv).
public struct SQLArray: Sendable {
    let bytes: [UInt8]

    public init<Element: SQLElement>(_ elements: [Element]) {
        self.init(elements, hasNulls: false) { $0 }
    }

    /// Nil is NULL.
    public init<Element: SQLElement>(_ elements: [Element?]) {
        self.init(elements, hasNulls: elements.contains { $0 == nil }) { $0 }
    }

    /// How many dimensions, whether there are NULLs, the elements' type.
    private static let headSize = 12
    /// Of the one dimension, its length and first index.
    private static let dimensionSize = 8
    /// Before each element.
    private static let lengthSize = 4

    private init<Item, Element: SQLElement>(_ items: [Item], hasNulls: Bool, _ value: (Item) -> Element?) {
        let head = Self.headSize + (items.isEmpty ? 0 : Self.dimensionSize)
        let size = items.reduce(head) { $0 + Self.lengthSize + (value($1)?.sqlSize ?? 0) }
        // Its size is known: appended piece by piece, a photo's row took 2,600 instructions more.
        bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            bytes.write(bigEndian: Int32(items.isEmpty ? 0 : 1), at: 0)
            bytes.write(bigEndian: Int32(hasNulls ? 1 : 0), at: 4)
            bytes.write(bigEndian: Element.sqlType, at: 8)
            if !items.isEmpty {
                bytes.write(bigEndian: Int32(items.count), at: 12)
                bytes.write(bigEndian: Int32(1), at: 16)
            }
            var position = head
            for item in items {
                let element = value(item)
                let length = element?.sqlSize ?? 0
                bytes.write(bigEndian: element == nil ? -1 : Int32(length), at: position)
                position += Self.lengthSize
                element?.writeSQL(to: UnsafeMutableRawBufferPointer(rebasing: bytes[position..<position + length]))
                position += length
            }
            count = size
        }
    }
}
