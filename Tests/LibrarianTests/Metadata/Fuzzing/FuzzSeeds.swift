import TestSupport

@testable import librarian

/// Good files from which damaged ones are made: small ones of each kind made here, and the real ones of the corpus.
struct FuzzSeeds: Sendable {
    /// In bytes: the structures lie at the beginning or at the end; what lies between is media data.
    private static let (headLength, tailLength) = (48_000, 8_000)

    private let synthetic: [FuzzTarget: [[UInt8]]]
    private let real: [FuzzTarget: [[UInt8]]]

    static let shared = FuzzSeeds()

    private init() {
        synthetic = FuzzSeeds.made
        guard Corpus.isPresent, let corpus = try? Corpus() else {
            real = [:]
            return
        }
        var real: [FuzzTarget: [[UInt8]]] = [:]
        for row in corpus.rows {
            guard let bytes = try? corpus.folder.read(row.path), !bytes.isEmpty else { continue }
            let long = bytes.count > Self.headLength + Self.tailLength
            let ends = long ? Array(bytes.prefix(Self.headLength) + bytes.suffix(Self.tailLength)) : bytes
            let target = MediaSniffer.format(of: bytes).map { FuzzTarget.format($0) } ?? Self.sidecar(row.name)
            if let target { real[target, default: []].append(ends) }
        }
        self.real = real
    }

    private static func sidecar(_ name: String) -> FuzzTarget? {
        switch name.split(separator: ".").last?.lowercased() {
        case "xmp": .xmp
        case "json": .sidecar("a.jpg.json")
        default: nil
        }
    }

    /// Never empty: what has no seeds of its own gets those of others.
    func seeds(for target: FuzzTarget) -> [[UInt8]] {
        let others: [FuzzTarget] =
            switch target {
            case .sidecar("a.xmp"): [.xmp]
            case .exifBlock: [.format(.tiff)]
            case .sniffer: Array(synthetic.keys)
            case .format(.cr2), .format(.orf), .format(.rw2), .format(.jxr): [.format(.tiff)]
            case .format(.heif), .format(.avif): [.format(.heic)]
            case .format(.mp4), .format(.threeGP), .format(.jxl), .format(.jp2), .format(.cr3): [.format(.mov)]
            case .format(.webm): [.format(.matroska)]
            default: []
            }
        let own = ([target] + others).flatMap { (synthetic[$0] ?? []) + (real[$0] ?? []) }
        return own.isEmpty ? [SampleExifBlock.full.bytes()] : own
    }
}
