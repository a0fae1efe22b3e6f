/// A log's line as plain text: programs write colours and other orders to terminals, and hostile ones write what they
/// like.
enum LogText {
    /// Without the escape sequences of ECMA-48, and with a space in place of every other control character. Tabs stay.
    static func plain(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: { isControl($0) }) else { return line }
        var result = String.UnicodeScalarView()
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\u{1b}" {
                skipSequence(&rest)
            } else {
                result.append(isControl(scalar) ? " " : scalar)
            }
        }
        return String(result)
    }

    /// Passes over what follows an escape.
    private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
        switch rest.first {
        case "[":
            rest.removeFirst()
            rest = rest.drop { ("\u{20}"..."\u{3f}").contains($0) }[...]
            if let last = rest.first, ("\u{40}"..."\u{7e}").contains(last) { rest.removeFirst() }
        case "]", "P", "X", "^", "_":
            // A text for the terminal, such as a title, up to its end; where there is none, it is shown.
            let end = rest.firstIndex { $0 == "\u{7}" || $0 == "\u{1b}" }
            guard let end else { return }
            let isLong = rest[end] == "\u{1b}"
            rest = rest[rest.index(after: end)...]
            if isLong, rest.first == "\\" { rest.removeFirst() }
        case .some(let next) where ("\u{20}"..."\u{7e}").contains(next):
            rest = rest.drop { ("\u{20}"..."\u{2f}").contains($0) }[...]
            if !rest.isEmpty { rest.removeFirst() }
        default: break
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 32 && scalar != "\t") || (127...159).contains(scalar.value) || scalar == "\u{2028}"
            || scalar == "\u{2029}"
    }
}
