/// Why a date counts as absent; the description completes a sentence that begins with the date.
enum DateRefusal: Error, Hashable, CustomStringConvertible {
    case blank
    case unreadable
    case onNoCalendar
    case beforePhotography
    case zeroOfQuickTime
    case zeroOfUnix
    case future
    case withoutTimeOfDay
    case withoutOffset
    case unlikeSatelliteTime

    var description: String {
        switch self {
        case .blank: "is blank"
        case .unreadable: "is not written like a date"
        case .onNoCalendar: "is on no calendar and clock"
        case .beforePhotography: "lies before the invention of photography"
        case .zeroOfQuickTime: "is QuickTime's zero, which stands for an unset date"
        case .zeroOfUnix: "is the zero of computer clocks in some time zone, which stands for an unset date"
        case .future: "lies more than a day in the future"
        case .withoutTimeOfDay: "has no time of day"
        case .withoutOffset: "has no offset from UTC, and programs write their own time here"
        case .unlikeSatelliteTime: "does not differ from the satellites' time by a time zone"
        }
    }
}
