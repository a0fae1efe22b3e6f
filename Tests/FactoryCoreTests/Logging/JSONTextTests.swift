import FactoryCore
import FoundationEssentials
import Testing

@Suite("JSON text")
struct JSONTextTests {
    @Test(
        "escapes what JSON demands",
        arguments: [
            ("", #""""#), ("plain ü 📷", #""plain ü 📷""#), (#"a"b\c/d"#, #""a\"b\\c/d""#),
            ("\n\r\t", #""\n\r\t""#), ("\0\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#),
        ])
    func escapes(text: String, expected: String) {
        #expect(JSONText.quoted(text) == expected)
    }

    @Test("escapes what a terminal obeys or a reader takes for the end of a line")
    func invisible() {
        #expect(JSONText.quoted("\u{85}\u{9B}31m\u{2028}\u{2029}") == #""\u0085\u009b31m\u2028\u2029""#)
    }

    @Test("is read back as it was by somebody else's parser")
    func roundTrip() throws {
        let text = String(String.UnicodeScalarView((0...0x2FFF).compactMap { Unicode.Scalar($0) })) + "📷👩‍👩‍👧"
        let parsed = try JSONDecoder().decode([String].self, from: Data("[\(JSONText.quoted(text))]".utf8))
        #expect(parsed == [text])
    }
}
