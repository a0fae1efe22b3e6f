@testable import librarian

extension MediaSniffer {
    static func format(of bytes: [UInt8]) -> MediaFormat? { format(of: bytes[...]) }
}
