import FactoryCore

/// The ways in which a date is written into a name, the least ambiguous first.
struct FileNamePattern: Sendable {
    /// Reads from a place where a year begins, or nil.
    private let read: @Sendable (FileNameCursor) -> FileNameDate?

    /// The date of the first pattern that finds one which `isBelievable`.
    static func firstDate(in stem: ArraySlice<UInt8>, where isBelievable: (FileNameDate) -> Bool) -> FileNameDate? {
        let years = FileNameCursor.yearsBegin(in: stem)
        for pattern in all {
            for year in years {
                if let date = pattern.read(year), isBelievable(date) { return date }
            }
        }
        return milliseconds(in: stem).flatMap { isBelievable($0) ? $0 : nil }
    }

    private static let all = [
        pixel, compact, dashedDots, screenshotOfMac, dashedCompact, underscored, digitsAlone, messenger, dashedDay,
        underscoredDay, compactDay,
    ]

    /// `PXL_20200101_120000123`, which is UTC.
    private static let pixel = FileNamePattern { start in
        var cursor = start
        guard start.prefix.elementsEqual("PXL_".utf8), let day = cursor.day(separator: nil), cursor.take("_"),
            let time = cursor.time(day, separator: nil)
        else { return nil }
        return FileNameDate(.instant, time)
    }

    /// `IMG_20190509_154733`, `Screenshot_20190919-053857`, `20180101_120000123`.
    private static let compact = FileNamePattern { start in
        var cursor = start
        guard let day = cursor.day(separator: nil), cursor.take(anyOf: "_-T "),
            let time = cursor.time(day, separator: nil), cursor.skipsMillisecondsToEndOfNumber()
        else { return nil }
        return FileNameDate(.local, time)
    }

    /// `2018-01-01 12.00.00`, `photo_2021-05-06_07-08-09`, `WhatsApp Image 2021-02-03 at 10.20.30`.
    private static let dashedDots = FileNamePattern { start in
        var cursor = start
        guard let day = cursor.day(separator: "-"), cursor.take(anyOf: " _-T") else { return nil }
        while cursor.take(anyOf: " _-T") {}
        cursor.takeWordAt()
        guard let time = cursor.time(day, separator: ".-_:"), cursor.isAtEndOfNumber, !cursor.isBeforeHalfOfDay else {
            return nil
        }
        return FileNameDate(.local, time)
    }

    /// `Screen Shot 2019-01-02 at 3.04.05 PM`.
    private static let screenshotOfMac = FileNamePattern { start in
        var cursor = start
        guard let day = cursor.day(separator: "-"), cursor.take(anyOf: " _"), cursor.takeWordAt(),
            let time = cursor.timeWithHalfOfDay(day)
        else { return nil }
        return FileNameDate(.local, time)
    }

    /// `signal-2020-10-26-163832`.
    private static let dashedCompact = FileNamePattern { start in
        var cursor = start
        guard let day = cursor.day(separator: "-"), cursor.take("-"), let time = cursor.time(day, separator: nil),
            cursor.isAtEndOfNumber
        else { return nil }
        return FileNameDate(.local, time)
    }

    /// `2016_01_30_11_49_15`.
    private static let underscored = FileNamePattern { start in
        var cursor = start
        guard let day = cursor.day(separator: "_"), cursor.take("_"), let time = cursor.time(day, separator: "_"),
            cursor.isAtEndOfNumber
        else { return nil }
        return FileNameDate(.local, time)
    }

    /// `BURST20190216172030`.
    private static let digitsAlone = FileNamePattern { start in
        var cursor = start
        guard let day = cursor.day(separator: nil), let time = cursor.time(day, separator: nil),
            cursor.isAtEndOfNumber
        else { return nil }
        return FileNameDate(.local, time)
    }

    /// `IMG-20200101-WA0001`, of WhatsApp.
    private static let messenger = FileNamePattern { start in
        var cursor = start
        let words = ["IMG-", "VID-", "AUD-", "PTT-", "STK-", "DOC-"]
        guard words.contains(where: { start.prefix.suffix(4).elementsEqual($0.utf8) }),
            let day = cursor.day(separator: nil), cursor.take("-"), cursor.take("W"), cursor.take("A"),
            !cursor.isAtEndOfNumber
        else { return nil }
        return FileNameDate(day)
    }

    private static let dashedDay = FileNamePattern { $0.dayAlone(separator: "-") }
    private static let underscoredDay = FileNamePattern { $0.dayAlone(separator: "_") }

    /// `IMG_20200101`, `20200101-holiday`, `DSC20200101 2`: set apart, or behind one of the words of cameras.
    private static let compactDay = FileNamePattern { start in
        var cursor = start
        guard start.isSetApart, let day = cursor.day(separator: nil), cursor.isAtEnd || cursor.isBefore(anyOf: "_-. ")
        else { return nil }
        return FileNameDate(day)
    }

    /// Milliseconds since 1970, as Facebook and WeChat name files: `FB_IMG_1541843413000`, `1541843413000`.
    private static func milliseconds(in stem: ArraySlice<UInt8>) -> FileNameDate? {
        var digits = stem
        for word in ["FB_IMG_", "mmexport", "wx_camera_", "received_"] where stem.starts(with: word.utf8) {
            digits = stem.dropFirst(word.utf8.count)
        }
        let run = digits.prefix(while: FileNameCursor.isDigit)
        guard run.count == 13, run.first == UInt8(ascii: "1"),
            let number = Int64(String(decoding: run, as: UTF8.self))
        else { return nil }
        return FileNameDate(.instant, Timestamp(microseconds: number * 1000).utc)
    }
}

extension FileNameDate {
    fileprivate init?(_ day: CivilDay) {
        guard let midnight = CivilTime(day: day) else { return nil }
        self.init(.day, midnight)
    }
}

extension FileNameCursor {
    fileprivate func dayAlone(separator: StaticString) -> FileNameDate? {
        var cursor = self
        guard let day = cursor.day(separator: separator), cursor.isAtEndOfNumber else { return nil }
        return FileNameDate(day)
    }
}
