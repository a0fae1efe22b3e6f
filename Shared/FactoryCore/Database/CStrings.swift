import Glibc

/// A C array of C strings that lives as long as this value.
struct CStrings: ~Copyable {
    private let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String?]) {
        pointers = strings.map { string in string.flatMap { strdup($0) } }
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }

    /// Lends the array to `body`; `nil` strings are null pointers.
    func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
        pointers.map { UnsafePointer($0) }.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
