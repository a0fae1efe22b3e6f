/// A one-dimensional array parameter, as `unnest(\(SQLArray(names))::text[])` takes it.
///
/// Goes to the server in binary form, in which no side has to look for quotes:
/// https://doxygen.postgresql.org/arrayfuncs_8c_source.html (array_recv).
public struct SQLArray: Sendable {
    let bytes: [UInt8]

    public init<Element: SQLElement>(_ elements: [Element]) {
        self.init(elements.map { $0 as Element? })
    }

    /// Nil is NULL.
    public init<Element: SQLElement>(_ elements: [Element?]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.headSize + elements.reduce(0) { $0 + 4 + ($1?.sqlSize ?? 0) })
        // Dimensions, whether there are NULLs, the elements' type; for the one dimension its length and first index.
        bytes.append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(elements.contains { $0 == nil } ? 1 : 0))
        bytes.append(bigEndian: Element.sqlType)
        if !elements.isEmpty {
            bytes.append(bigEndian: Int32(elements.count))
            bytes.append(bigEndian: Int32(1))
        }
        for element in elements {
            bytes.append(bigEndian: element.map { Int32($0.sqlSize) } ?? -1)
            element?.appendSQL(to: &bytes)
        }
        self.bytes = bytes
    }

    private static let headSize = 20
}
