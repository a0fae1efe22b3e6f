/// Writes strings as JSON in one pass, for lines that are written once per event or file.
public enum JSONText {
    /// `text` in double quotes, with everything escaped that JSON or a terminal would take amiss.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        result.reserveCapacity(text.utf8.count + 2)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where breaksLine(scalar):
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether a terminal obeys `scalar` or a reader may take it for the end of a line: the control characters, also
    /// those beyond ASCII, and Unicode's two separators.
    static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 || (127...159).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}
