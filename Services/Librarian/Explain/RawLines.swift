import CLinux
import FoundationEssentials
import Glibc

/// Lines as bytes, gone through at the speed of the C library.
enum RawLines {
    /// Lends each whole line to `body`, without its line break.
    static func forEach(in bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Void) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                let lineBreak = memchr(base, 10, rest.count)
            {
                let length = UnsafeRawPointer(lineBreak) - base
                body(UnsafeRawBufferPointer(start: base, count: length))
                rest = rest.dropFirst(length + 1)
            }
        }
    }

    /// Where `needle`, which is not empty, stands first.
    static func range(of needle: [UInt8], in line: UnsafeRawBufferPointer) -> Range<Int>? {
        guard let base = line.baseAddress, let found = linux_memmem(base, line.count, needle, needle.count) else {
            return nil
        }
        let start = found - base
        return start..<(start + needle.count)
    }

    /// A text as the journal's encoder writes it, without the quotes.
    static func encoded(_ text: String) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return Array(try encoder.encode(text).dropFirst().dropLast())
    }
}
