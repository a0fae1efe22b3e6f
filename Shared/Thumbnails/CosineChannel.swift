internal import Glibc

/// The low frequencies of one channel of a picture: a triangle of the two-dimensional cosine transform.
struct CosineChannel {
    /// The channel's mean.
    let mean: Double
    /// The largest amplitude among the waves.
    let scale: Double
    /// The waves in order, 0 to 1, where 0.5 is none and the ends are `scale`; all 0 in a channel of one value.
    let waves: [Double]

    /// `across` and `down` say how many frequencies are kept along each side, the mean among them.
    init(_ values: [Double], width: Int, height: Int, across: Int, down: Int) {
        let columns = (0..<across).map { Self.wave($0, length: width) }
        let rows = (0..<down).map { Self.wave($0, length: height) }
        var amplitudes: [Double] = []
        for y in 0..<down {
            var x = 0
            while x * down < across * (down - y) {
                var sum = 0.0
                for row in 0..<height {
                    var line = 0.0
                    for column in 0..<width { line += values[row * width + column] * columns[x][column] }
                    sum += line * rows[y][row]
                }
                amplitudes.append(sum / Double(width * height))
                x += 1
            }
        }
        mean = amplitudes[0]
        let largest = amplitudes.dropFirst().map(abs).max() ?? 0
        // What is left by rounding in a channel of one value is no wave: scaled up it would be noise.
        let isFlat = largest < 1e-9
        scale = isFlat ? 0 : largest
        waves = amplitudes.dropFirst().map { isFlat ? 0 : 0.5 + 0.5 * $0 / largest }
    }

    private static func wave(_ frequency: Int, length: Int) -> [Double] {
        (0..<length).map { cos(Double.pi / Double(length) * Double(frequency) * (Double($0) + 0.5)) }
    }
}
