/// A value that can be an element of `SQLArray`: it knows its PostgreSQL type and binary form.
public protocol SQLElement: Sendable, Equatable {
    /// The number of the type in `pg_type`, which is the same on every server.
    static var sqlType: UInt32 { get }

    /// The length of the binary form, in bytes.
    var sqlSize: Int { get }

    /// Writes the binary form.
    ///
    /// - Parameter bytes: `sqlSize` of them, all of which are to be written.
    func writeSQL(to bytes: UnsafeMutableRawBufferPointer)
}

/// `text`.
extension String: SQLElement {
    public static var sqlType: UInt32 { 25 }
    public var sqlSize: Int { utf8.count }

    public func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        var text = self
        text.withUTF8 { bytes.copyMemory(from: UnsafeRawBufferPointer($0)) }
    }
}

/// `bigint`.
extension Int: SQLElement {
    public static var sqlType: UInt32 { 20 }
    public var sqlSize: Int { 8 }

    public func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        bytes.write(bigEndian: Int64(self), at: 0)
    }
}

/// `boolean`.
extension Bool: SQLElement {
    public static var sqlType: UInt32 { 16 }
    public var sqlSize: Int { 1 }

    public func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        bytes[0] = self ? 1 : 0
    }
}

/// `timestamp`: microseconds since 2000, of a clock that keeps UTC.
extension Timestamp: SQLElement {
    public static var sqlType: UInt32 { 1114 }
    public var sqlSize: Int { 8 }

    public func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        bytes.write(bigEndian: microseconds - 946_684_800_000_000, at: 0)
    }
}

/// `timestamp`.
extension CivilTime: SQLElement {
    public static var sqlType: UInt32 { Timestamp.sqlType }
    public var sqlSize: Int { 8 }

    public func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        Timestamp(utc: self).writeSQL(to: bytes)
    }
}

/// `text`: 64 hexadecimal digits.
extension Fingerprint: SQLElement {
    public static var sqlType: UInt32 { String.sqlType }
    public var sqlSize: Int { 2 * Self.byteCount }

    public func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        writeHex(to: bytes)
    }
}

/// `uuid`.
extension TimeOrderedUUID: SQLElement {
    static var sqlType: UInt32 { 2950 }
    var sqlSize: Int { 16 }

    func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        bytes.write(bigEndian: words.high, at: 0)
        bytes.write(bigEndian: words.low, at: 8)
    }
}

/// `uuid`.
extension NameDigest: SQLElement {
    static var sqlType: UInt32 { TimeOrderedUUID.sqlType }
    var sqlSize: Int { 16 }

    func writeSQL(to bytes: UnsafeMutableRawBufferPointer) {
        bytes.write(bigEndian: words.high, at: 0)
        bytes.write(bigEndian: words.low, at: 8)
    }
}

extension UnsafeMutableRawBufferPointer {
    func write(bigEndian number: some FixedWidthInteger, at position: Int) {
        storeBytes(of: number.bigEndian, toByteOffset: position, as: type(of: number))
    }
}
