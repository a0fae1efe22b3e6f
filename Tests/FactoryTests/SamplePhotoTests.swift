import TestSupport
import Testing

/// The tests stand on these samples, so somebody else's decoders must agree that they are what they claim to be.
struct SamplePhotoTests {
    @Test(arguments: ByteOrder.allCases) func eitherByteOrderHasTheSameSize(order: ByteOrder) {
        var photo = SamplePhoto(
            "one", taken: "2024:03:09 11:50:38", position: SamplePosition(latitude: -33.9, longitude: 18.4))
        photo.byteOrder = order
        #expect(photo.bytes().count < 500)
        #expect(photo.bytes().suffix(2) == [0xFF, 0xD9])
        #expect(photo.truncatedBytes().suffix(2) != [0xFF, 0xD9])
    }

    @Test func commentsMakeContentsDiffer() {
        #expect(SamplePhoto("one").bytes() != SamplePhoto("two").bytes())
        #expect(SamplePhoto("one").bytes() == SamplePhoto("one").bytes())
    }
}
