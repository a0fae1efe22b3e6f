/// The elements of Matroska (RFC 9559) that are read or passed over knowingly.
enum MatroskaID {
    static let header: UInt32 = 0x1A45_DFA3
    static let segment: UInt32 = 0x1853_8067
    static let seekHead: UInt32 = 0x114D_9B74
    static let seek: UInt32 = 0x4DBB
    static let seekID: UInt32 = 0x53AB
    static let seekPosition: UInt32 = 0x53AC
    static let info: UInt32 = 0x1549_A966
    /// Signed nanoseconds since 2001-01-01 00:00:00 UTC.
    static let dateUTC: UInt32 = 0x4461
    /// Nanoseconds of one tick.
    static let timestampScale: UInt32 = 0x2A_D7B1
    /// In ticks, a floating-point number.
    static let duration: UInt32 = 0x4489
    static let tracks: UInt32 = 0x1654_AE6B
    static let trackEntry: UInt32 = 0xAE
    /// 1 for pictures, 2 for sound.
    static let trackType: UInt32 = 0x83
    static let cluster: UInt32 = 0x1F43_B675
}
