import TestSupport

/// Makes tiny photos by the thousand, all different and all taken in the same second.
struct PhotoPress {
    private let before: ArraySlice<UInt8>
    private let after: ArraySlice<UInt8>

    /// - Parameter series: photos of one number differ from those of other series.
    init(_ series: String = "") throws {
        let mark = Array("#########".utf8)
        let bytes = SamplePhoto("\(series) #########", taken: "2022:02:02 12:00:00").bytes()
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
            throw SupportError("A sample photo lacks its comment.")
        }
        (before, after) = (bytes[..<place], bytes[(place + mark.count)...])
    }

    /// The whole file.
    func photo(_ number: Int) -> [UInt8] {
        Array(before) + Array(String(1_000_000_000 + number).utf8.dropFirst()) + Array(after)
    }
}
