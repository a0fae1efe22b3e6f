/// Where the bytes of one item lie (ISO/IEC 14496-12, 8.11.3).
struct ISOItemLocation: Hashable {
    enum Construction: UInt64 {
        /// Offsets count from the beginning of the file.
        case file = 0
        /// Offsets count from the beginning of the contents of the `idat` box.
        case dataBox = 1
        /// Offsets count from the beginning of another item.
        case item = 2
    }

    struct Extent: Hashable {
        /// Which of the item's references of the type "iloc" leads to the other item; counts from 1.
        let index: Int
        let offset: Int
        /// 0 for all that there is.
        let length: Int
    }

    let construction: Construction
    let extents: [Extent]
}
