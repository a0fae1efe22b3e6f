import Glibc
import Testing

@testable import librarian

@Suite("An event of inotify")
struct InotifyEventTests {
    /// As the kernel writes it; the name is padded with NULs.
    private func bytes(watch: Int32, mask: Int, name: String = "", padding: Int = 4) -> [UInt8] {
        let name = name.isEmpty ? [] : name.bytes + [UInt8](repeating: 0, count: padding)
        let words = [UInt32(bitPattern: watch), UInt32(mask), 7, UInt32(name.count)]
        return words.flatMap { word in withUnsafeBytes(of: word) { Array($0) } } + name
    }

    @Test("is read with its watch, its meaning and its name without padding")
    func reads() {
        let all =
            bytes(watch: 3, mask: Int(IN_CLOSE_WRITE), name: "a.jpg")
            + bytes(watch: 4, mask: Int(IN_CREATE) | Int(IN_ISDIR), name: "DCIM", padding: 1)
            + bytes(watch: 5, mask: Int(IN_IGNORED)) + bytes(watch: -1, mask: Int(IN_Q_OVERFLOW))
        let events = InotifyEvent.parse(all[...])
        #expect(events.map(\.watch) == [3, 4, 5, -1])
        #expect(events.map(\.name) == ["a.jpg".bytes, "DCIM".bytes, [], []])
        #expect(events.map(\.isFolder) == [false, true, false, false])
        #expect(events.map(\.isEndOfWatch) == [false, false, true, false])
        #expect(events.map(\.isOverflow) == [false, false, false, true])
    }

    @Test("that was cut off is not read, and those before it are")
    func cutOff() {
        let whole = bytes(watch: 1, mask: 2, name: "a.jpg")
        let all = whole + bytes(watch: 2, mask: 2, name: "b.jpg")
        for length in 0..<all.count {
            #expect(InotifyEvent.parse(all[..<length]).count == (length < whole.count ? 0 : 1))
        }
        #expect(InotifyEvent.parse(all[1...]).count <= 1)
    }

    @Test("is not made of garbage, and garbage is not read beyond its end")
    func garbage() {
        #expect(InotifyEvent.parse([UInt8](repeating: 0xFF, count: 1000)[...]) == [])
        #expect(InotifyEvent.parse([UInt8](repeating: 0, count: 40)[...]).count == 2)
        #expect(InotifyEvent.parse([]) == [])
    }
}
