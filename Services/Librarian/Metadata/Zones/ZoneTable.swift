/// Reads the table of time zones: a degree is one zone, a block, or a node of squares, and a square is one zone or a
/// block. Numbers are little-endian; an entry counts zones first, then nodes, then blocks of two and of four zones.
struct ZoneTable {
    /// Squares along the side of a degree, and cells along the side of a square.
    private static let side = 8
    static let cellsPerDegree = side * side
    private static let (headerSize, degrees, nodeSize, twoSize, fourSize, nameSize) = (16, 180 * 360, 128, 12, 24, 32)

    private let bytes: UnsafeRawBufferPointer
    private let (zones, nodes, twos, fours): (Int, Int, Int, Int)

    /// Nil unless `bytes` have the size that their header tells.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.headerSize else { return nil }
        func count(_ number: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: number * 4, as: UInt32.self)))
        }
        (zones, nodes, twos, fours) = (count(0), count(1), count(2), count(3))
        self.bytes = bytes
        guard namesStart + zones * Self.nameSize == bytes.count else { return nil }
    }

    private var nodesStart: Int { Self.headerSize + Self.degrees * 2 }
    private var twosStart: Int { nodesStart + nodes * Self.nodeSize }
    private var foursStart: Int { twosStart + twos * Self.twoSize }
    private var namesStart: Int { foursStart + fours * Self.fourSize }

    /// - Parameters:
    ///   - row: of the cell, from the south pole.
    ///   - column: of the cell, from the 180th meridian eastward.
    func name(row: Int, column: Int) -> String? {
        let (degreeRow, degreeColumn) = (row / Self.cellsPerDegree, column / Self.cellsPerDegree)
        let (cellRow, cellColumn) = (row % Self.cellsPerDegree, column % Self.cellsPerDegree)
        let squareIndex = cellRow / Self.side * Self.side + cellColumn / Self.side
        let degree = number(at: Self.headerSize + (degreeRow * 360 + degreeColumn) * 2)
        guard (zones..<zones + nodes).contains(degree) else { return name(of: degree, cell: squareIndex) }
        let square = number(at: nodesStart + (degree - zones) * Self.nodeSize + squareIndex * 2)
        return name(of: square, cell: cellRow % Self.side * Self.side + cellColumn % Self.side)
    }

    /// - Parameter cell: which of a block's 64.
    private func name(of entry: Int, cell: Int) -> String? {
        let (firstTwo, firstFour) = (zones + nodes, zones + nodes + twos)
        switch entry {
        case ..<zones: return name(ofZone: entry)
        case firstTwo..<firstFour:
            let start = twosStart + (entry - firstTwo) * Self.twoSize
            return name(ofZone: number(at: start + (bits(at: start + 4 + cell / 8) >> (cell % 8) & 1) * 2))
        case firstFour..<firstFour + fours:
            let start = foursStart + (entry - firstFour) * Self.fourSize
            return name(ofZone: number(at: start + (bits(at: start + 8 + cell / 4) >> (cell % 4 * 2) & 3) * 2))
        default: return nil
        }
    }

    private func name(ofZone zone: Int) -> String? {
        guard zone < zones else { return nil }
        let start = namesStart + zone * Self.nameSize
        return String(decoding: bytes[start..<start + Self.nameSize].prefix { $0 != 0 }, as: UTF8.self)
    }

    private func number(at offset: Int) -> Int {
        Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    }

    private func bits(at offset: Int) -> Int {
        Int(bytes[offset])
    }
}
