/// A file that is no usable file of places.
enum PlacesError: Error, Hashable, CustomStringConvertible {
    case foreign
    case otherFormat(Int)
    case damaged

    var description: String {
        switch self {
        case .foreign: "it is no file of places"
        case .otherFormat(let number):
            "it has the format \(number), and this program reads the format \(PlacesHeader.format)"
        case .damaged: "it is cut off or damaged"
        }
    }
}
