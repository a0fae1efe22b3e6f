import FactoryCore
import Glibc

/// The files of IANA's time zone database on this machine.
enum ZoneFile {
    /// How far the clocks of the zone `name` were ahead of UTC at `instant`; nil when the machine does not know the
    /// zone, or the offset is none of whole minutes, as before standard time.
    static func offset(of name: String, at instant: Timestamp, in folder: String = folder) -> UTCOffset? {
        guard let file = contents(of: "\(folder)/\(name)"), let rules = ZoneRules(file) else { return nil }
        let seconds = rules.offset(at: Int((Double(instant.microseconds) / 1_000_000).rounded(.down)))
        return seconds % 60 == 0 ? UTCOffset(minutes: seconds / 60) : nil
    }

    /// Where the C library looks for them, too.
    static var folder: String {
        getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    }

    /// Nil for what cannot be read, or is larger than any zone.
    private static func contents(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let limit = 65_536
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let got = read(descriptor, buffer.baseAddress?.advanced(by: count), limit - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
        return bytes.count < limit ? bytes : nil
    }
}
