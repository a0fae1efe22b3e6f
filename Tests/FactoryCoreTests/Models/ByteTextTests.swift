import FactoryCore
import Testing

@Suite("A number of bytes in words")
struct ByteTextTests {
    @Test(
        "has a decimal only below ten, and never says more than there is",
        arguments: [
            (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1535, "1.4 KiB"), (10_239, "9.9 KiB"), (10_240, "10 KiB"),
            (1_048_575, "1023 KiB"), (1 << 20, "1.0 MiB"), (812 << 30, "812 GiB"), (3 << 40, "3.0 TiB"),
            (5 << 50, "5.0 PiB"), (.max, "8192 PiB"),
        ])
    func text(bytes: Int, text: String) {
        #expect(ByteText.text(bytes) == text)
    }
}
