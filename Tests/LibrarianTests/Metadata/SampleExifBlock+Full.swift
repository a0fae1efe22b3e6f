import TestSupport

extension SampleExifBlock {
    /// Of a photo with all that is read.
    static let full = SampleExifBlock(
        main: [.text(0x0132, "2024:03:11 08:00:00")],
        details: [
            .text(0x9003, "2024:03:09 19:50:38"), .text(0x9004, "2024:03:10 01:02:03"), .text(0x9011, "+09:00"),
            .text(0x9291, "864"),
        ],
        place: [
            .text(1, "S"), .fractions(2, [(33, 1), (30, 1), (0, 1)], .big),
            .text(3, "E"), .fractions(4, [(151, 1), (15, 1), (0, 1)], .big),
            .fractions(7, [(10, 1), (50, 1), (36, 1)], .big), .text(0x1D, "2024:03:09"),
        ])
}
