/// Reads what libpq says about a connection that failed.
enum ServerMessage {
    /// Splits libpq's verbose text into the server's SQLSTATE, where there is one, and a sentence for a person.
    static func parse(_ text: String) -> (state: SQLState?, sentence: String) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("LOCATION:") }
        for line in lines {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            for (index, word) in words.enumerated() where word.hasSuffix(":") {
                // Severities such as FATAL are five letters too; a code has at least one digit.
                guard let state = SQLState(word.dropLast()), state.code.contains(where: \.isNumber) else { continue }
                return (state, words[(index + 1)...].joined(separator: " "))
            }
        }
        // What follows the first line are libpq's guesses at the cause.
        return (nil, oneLine(String(lines.first ?? "the database gave no reason")))
    }

    /// The text without line breaks, tabs or runs of blanks.
    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
