import FactoryCore
import Testing

@testable import dashboard_api

@Suite("A container's log")
struct LogDecodingTests {
    private static let second = 1_000_000_000

    private static func frame(_ text: String, stream: UInt8 = 1) -> [UInt8] {
        let length = UInt32(text.utf8.count)
        return [stream, 0, 0, 0] + (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + Array(text.utf8)
    }

    @Test("is the same wherever its frames are cut")
    func cuts() {
        let bytes = Self.frame("one\n") + Self.frame("two\n", stream: 2) + Self.frame("") + Self.frame("ä\0\n")
        let whole = ["one\n", "two\n", "", "ä\0\n"]
        for cut in 0...bytes.count {
            var frames = LogFrames()
            frames.add(bytes[..<cut])
            frames.add(bytes[cut...])
            #expect(frames.chunks.map { String(decoding: $0.bytes, as: UTF8.self) } == whole, "cut at \(cut)")
            #expect(frames.chunks.map(\.stream) == [1, 2, 1, 1])
        }
        var single = LogFrames()
        for byte in bytes { single.add([byte]) }
        #expect(single.chunks.count == 4)
        var half = LogFrames()
        half.add(bytes.dropLast())
        #expect(half.chunks.count == 3)
        #expect(!half.isBroken)
    }

    @Test(
        "is not read where it is none",
        arguments: [
            Array("<!DOCTYPE html>".utf8), [4, 0, 0, 0, 0, 0, 0, 1, 65], [1, 0, 1, 0, 0, 0, 0, 1, 65],
            [1, 0, 0, 0, 255, 255, 255, 255, 65],
        ])
    func broken(_ bytes: [UInt8]) {
        var frames = LogFrames()
        frames.add(Self.frame("one\n") + bytes)
        #expect(frames.isBroken)
        #expect(frames.chunks.count == 1)
    }

    @Test(
        "has times to the nanosecond",
        arguments: [
            ("1970-01-01T00:00:01Z", 1_000_000_000), ("1970-01-01T00:00:00.000000001Z", 1),
            ("1970-01-01T00:00:00.5Z", 500_000_000), ("1970-01-01T02:00:00.25+02:00", 250_000_000),
            ("2026-11-28T09:41:08.471598957Z", 1_795_858_868_471_598_957), ("2026-11-28", nil), ("now", nil), ("", nil),
            ("9999-12-31T00:00:00Z", nil), ("1970-01-01T00:00:00.xZ", nil), ("T", nil), ("1970-01-01TZ", nil),
        ] as [(String, Int?)])
    func times(_ text: String, _ nanoseconds: Int?) {
        #expect(LogTime(text)?.nanoseconds == nanoseconds)
    }

    @Test("asks for times as Docker takes them")
    func parameter() {
        #expect(LogTime(nanoseconds: 1_795_858_868_000_000_957).parameter == "1795858868.000000957")
        #expect(LogTime(nanoseconds: -5).parameter == "0.000000000")
    }

    @Test("is put together where Docker cut long lines, each output for itself")
    func parts() {
        let time = "1970-01-01T00:00:01.000000000Z "
        let lines = LogLines.lines([
            LogChunk(stream: 1, bytes: Array("\(time)long".utf8)),
            LogChunk(stream: 2, bytes: Array("\(time)between\r\n".utf8)),
            LogChunk(stream: 1, bytes: Array("\(time)er\n".utf8)),
            LogChunk(stream: 1, bytes: Array("\(time)open".utf8)),
            LogChunk(stream: 2, bytes: [255, 10]),
        ])
        #expect(lines.map(\.text) == ["between", "longer", "\u{FFFD}", "open"])
        #expect(lines.map(\.isOpen) == [false, false, false, true])
        #expect(lines.map { $0.time?.nanoseconds } == [Self.second, Self.second, nil, Self.second])
        #expect(PlainLog.chunks(Array("a\r\n\nb".utf8)).map(\.bytes) == [[97, 13, 10], [10], [98]])
    }

    @Test("has no times within a long line of a terminal")
    func longPlainLine() {
        let time = "1970-01-01T00:00:01.000000000Z "
        let piece = String(repeating: "x", count: 16 * 1024)
        let bytes = Array("\(time)\(piece)\(time)\(piece)\(time)end\r\n\(time)\(piece)\(piece)\r\n".utf8)
        #expect(LogLines.lines(PlainLog.chunks(bytes)).map(\.text) == [piece + piece + "end", piece + piece])
    }

    private static func line(_ text: String, _ time: Int, isOpen: Bool = false) -> LogLine {
        LogLine(time: LogTime(nanoseconds: time), stream: 1, text: text, isOpen: isOpen)
    }

    @Test("has each line once, also of the same time, also the same words, also one that comes late")
    func progress() {
        var log: [LogLine] = []
        var progress = LogProgress()
        func read() -> [String] {
            let since = progress.since
            return progress.add(
                log.filter { line in since.map { since in line.time.map { $0 >= since } ?? true } ?? true }
            )
            .map(\.text)
        }
        #expect(read() == [])
        log = [Self.line("a", Self.second), Self.line("a", Self.second)]
        #expect(read() == ["a", "a"])
        #expect(read() == [])
        log.append(Self.line("a", Self.second))
        #expect(read() == ["a"])
        log += [Self.line("c", 2 * Self.second + 5), Self.line("b", 2 * Self.second)]
        #expect(read() == ["c", "b"])
        log.append(Self.line("late", 2 * Self.second + 1))
        #expect(read() == ["late"])
        log.append(Self.line("d", 60 * Self.second))
        #expect(read() == ["d"])
        #expect(read() == [])
        #expect(progress.since?.nanoseconds == 59 * Self.second)
    }

    @Test("waits for the end of a line, but not for ever")
    func open() {
        var progress = LogProgress()
        let start = Self.line("be", 5 * Self.second, isOpen: true)
        #expect(progress.add([start]) == [])
        #expect(progress.add([start, Self.line("x", 9 * Self.second)]).map(\.text) == ["x"])
        #expect(progress.since?.nanoseconds == 5 * Self.second)
        var other = progress
        let whole = progress.add([Self.line("begun", 5 * Self.second), Self.line("x", 9 * Self.second)])
        #expect(whole.map(\.text) == ["begun"])
        let late = other.add([start, Self.line("x", 9 * Self.second), Self.line("y", 60 * Self.second)])
        #expect(Set(late.map(\.text)) == ["be", "y"])
    }

    @Test(
        "is shown as plain text",
        arguments: [
            ("plain ä 📷\t.", "plain ä 📷\t."), ("\u{1b}[1;31mred\u{1b}[0m", "red"), ("10 %\r20 %", "10 % 20 %"),
            ("\u{1b}]0;title\u{7}text", "text"), ("\u{1b}]8;;http://x\u{1b}\\link", "link"), ("a\0b\u{9b}c", "a b c"),
            ("\u{1b}", ""), ("\u{1b}[", ""), ("\u{1b}[31", ""), ("\u{1b}(Bx", "x"), ("a\u{2028}b", "a b"),
            ("\u{1b}]endless", "]endless"), ("a\nb", "a b"),
        ])
    func plain(_ line: String, _ text: String) {
        #expect(LogText.plain(line) == text)
    }
}
