internal import Glibc

/// A picture's colours and coarse shapes in 14 to 25 bytes, shown until its thumbnail has come.
///
/// The format is ThumbHash by Evan Wallace (https://evanw.github.io/thumbhash/, MIT licence), for pictures without
/// transparency: 5 bytes of header, then the cosine transform's coefficients at 4 bits each.
public struct ThumbHash: Sendable, Equatable {
    public let bytes: [UInt8]

    /// The longest side, in pixels, of a picture that is hashed: more adds nothing to what the hash can hold.
    public static let longestSide = 100

    /// - Parameters:
    ///   - rgb: 3 bytes a pixel, sRGB, rows from the top without gaps.
    ///   - width, height: in pixels, 1 to ``longestSide``.
    /// Nil where the sizes are out of bounds or do not fit `rgb`.
    public init?(rgb: [UInt8], width: Int, height: Int) {
        let bounds = 1...Self.longestSide
        guard bounds.contains(width), bounds.contains(height), rgb.count == width * height * 3 else { return nil }
        var light: [Double] = []
        var yellowBlue: [Double] = []
        var redGreen: [Double] = []
        for pixel in 0..<(width * height) {
            let red = Double(rgb[pixel * 3]) / 255
            let green = Double(rgb[pixel * 3 + 1]) / 255
            let blue = Double(rgb[pixel * 3 + 2]) / 255
            light.append((red + green + blue) / 3)
            yellowBlue.append((red + green) / 2 - blue)
            redGreen.append(red - green)
        }
        let longest = Double(max(width, height))
        let across = max(1, Int((7 * Double(width) / longest).rounded()))
        let down = max(1, Int((7 * Double(height) / longest).rounded()))
        let l = CosineChannel(light, width: width, height: height, across: max(3, across), down: max(3, down))
        let p = CosineChannel(yellowBlue, width: width, height: height, across: 3, down: 3)
        let q = CosineChannel(redGreen, width: width, height: height, across: 3, down: 3)
        let isLandscape = width > height
        let first =
            Self.level(l.mean, 63) | Self.level(0.5 + p.mean / 2, 63) << 6 | Self.level(0.5 + q.mean / 2, 63) << 12
            | Self.level(l.scale, 31) << 18
        let second =
            (isLandscape ? down : across) | Self.level(p.scale, 63) << 3 | Self.level(q.scale, 63) << 9
            | (isLandscape ? 1 : 0) << 15
        var packed = [first, first >> 8, first >> 16, second, second >> 8].map { UInt8($0 & 0xFF) }
        let nibbles = (l.waves + p.waves + q.waves).map { UInt8(Self.level($0, 15)) }
        for start in stride(from: 0, to: nibbles.count, by: 2) {
            packed.append(nibbles[start] | (start + 1 < nibbles.count ? nibbles[start + 1] << 4 : 0))
        }
        bytes = packed
    }

    /// The step of 0 to `most` that is nearest to `value`, 0 to 1.
    private static func level(_ value: Double, _ most: Int) -> Int {
        min(most, max(0, Int((value * Double(most)).rounded())))
    }
}
