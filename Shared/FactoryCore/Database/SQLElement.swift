/// A value that can be an element of `SQLArray`: it knows its PostgreSQL type and binary form.
public protocol SQLElement: Sendable, Equatable {
    /// The number of the type in `pg_type`, which is the same on every server.
    static var sqlType: UInt32 { get }

    /// The length of the binary form, in bytes.
    var sqlSize: Int { get }

    /// Appends the binary form.
    func appendSQL(to bytes: inout [UInt8])
}

/// `text`.
extension String: SQLElement {
    public static var sqlType: UInt32 { 25 }
    public var sqlSize: Int { utf8.count }

    public func appendSQL(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: utf8)
    }
}

/// `bigint`.
extension Int: SQLElement {
    public static var sqlType: UInt32 { 20 }
    public var sqlSize: Int { 8 }

    public func appendSQL(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: Int64(self))
    }
}

/// `boolean`.
extension Bool: SQLElement {
    public static var sqlType: UInt32 { 16 }
    public var sqlSize: Int { 1 }

    public func appendSQL(to bytes: inout [UInt8]) {
        bytes.append(self ? 1 : 0)
    }
}

/// `timestamp`: microseconds since 2000, of a clock that keeps UTC.
extension Timestamp: SQLElement {
    public static var sqlType: UInt32 { 1114 }
    public var sqlSize: Int { 8 }

    public func appendSQL(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: microseconds - 946_684_800_000_000)
    }
}

/// `timestamp`.
extension CivilTime: SQLElement {
    public static var sqlType: UInt32 { Timestamp.sqlType }
    public var sqlSize: Int { 8 }

    public func appendSQL(to bytes: inout [UInt8]) {
        Timestamp(utc: self).appendSQL(to: &bytes)
    }
}

/// `text`: 64 hexadecimal digits.
extension Fingerprint: SQLElement {
    public static var sqlType: UInt32 { String.sqlType }
    public var sqlSize: Int { 2 * Self.byteCount }

    public func appendSQL(to bytes: inout [UInt8]) {
        appendHex(to: &bytes)
    }
}

/// `uuid`.
extension TimeOrderedUUID: SQLElement {
    static var sqlType: UInt32 { 2950 }
    var sqlSize: Int { 16 }

    func appendSQL(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: words.high)
        bytes.append(bigEndian: words.low)
    }
}

extension [UInt8] {
    mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
