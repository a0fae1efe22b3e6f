/// Builds Photoshop's image resources.
enum PhotoshopBytes {
    static func resource(_ identifier: UInt16, name: String = "", _ contents: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt32(contents.count).bigEndian) { Array($0) }
        let label = [UInt8(name.utf8.count)] + Array(name.utf8)
        return Array("8BIM".utf8) + [UInt8(identifier >> 8), UInt8(identifier & 0xFF)] + even(label) + length
            + even(contents)
    }

    private static func even(_ bytes: [UInt8]) -> [UInt8] {
        bytes.count % 2 == 0 ? bytes : bytes + [0]
    }
}
