/// How far a local clock is ahead of UTC: whole minutes from -14:00 to +14:00.
public struct UTCOffset: Sendable, Hashable {
    /// -840 to 840, positive east of Greenwich.
    public let minutes: Int

    /// Refuses what no place on earth has.
    public init?(minutes: Int) {
        guard (-14 * 60...14 * 60).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// The same in seconds.
    public var seconds: Int { minutes * 60 }

    private init(wholeMinutes: Int) {
        minutes = wholeMinutes
    }

    /// No offset.
    public static let utc = UTCOffset(wholeMinutes: 0)
}

extension UTCOffset: TextCodable {
    /// "+09:00".
    public var description: String {
        let size = abs(minutes)
        return String(unsafeUninitializedCapacity: 6) { text in
            text[0] = UInt8(ascii: minutes < 0 ? "-" : "+")
            text.write(size / 60, digits: 2, at: 1)
            text[3] = UInt8(ascii: ":")
            text.write(size % 60, digits: 2, at: 4)
            return 6
        }
    }

    /// Reads "+09:00", "+0900", "+9:00" and "Z"; nil for anything else.
    public init?(_ text: String) {
        var cursor = ASCIICursor(text)
        guard let offset = Written(readingFrom: &cursor)?.offset, cursor.isAtEnd else { return nil }
        self = offset
    }
}

extension UTCOffset {
    /// What stands where an offset may stand in a longer text.
    public struct Written: Sendable, Hashable {
        /// Nil when it is written like an offset but no place on earth has it.
        public let offset: UTCOffset?
        /// Whether it is the letter Z, which in many texts states an instant rather than a place's clock.
        public let isZulu: Bool

        /// Nil, with the cursor left where it was, when nothing like an offset follows.
        public init?(readingFrom cursor: inout ASCIICursor) {
            isZulu = cursor.take(anyOf: "Z") != nil
            guard !isZulu else {
                offset = .utc
                return
            }
            var ahead = cursor
            guard let sign = ahead.take(anyOf: "+-"), let (hours, minutes) = Self.clock(readFrom: &ahead) else {
                return nil
            }
            cursor = ahead
            let size = hours * 60 + minutes
            offset = minutes < 60 ? UTCOffset(minutes: sign == UInt8(ascii: "-") ? -size : size) : nil
        }

        /// "09:00", "0900", "9:00" or "900": the last two digits are always the minutes.
        private static func clock(readFrom cursor: inout ASCIICursor) -> (hours: Int, minutes: Int)? {
            for hourDigits in [2, 1] {
                var ahead = cursor
                guard let hours = ahead.number(digits: hourDigits...hourDigits) else { continue }
                _ = ahead.take(anyOf: ":")
                guard let minutes = ahead.number(digits: 2...2) else { continue }
                cursor = ahead
                return (hours, minutes)
            }
            return nil
        }
    }
}
