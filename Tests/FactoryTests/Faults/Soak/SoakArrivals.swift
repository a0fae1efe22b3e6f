import TestSupport

/// Random files for a soak. What arrives is made beside the inbox and hashed there before it gets in.
final class SoakArrivals {
    private let factory: Installation
    private let press: PhotoPress
    private var made = 0
    /// The digests of all contents that must be stored in the end.
    private(set) var arrived: [String] = []
    /// The last content of each file that is replaced in the inbox now and then: earlier ones may have been taken or not.
    private var edited: [String: String] = [:]

    init(_ factory: Installation) throws {
        self.factory = factory
        press = try PhotoPress("soak")
    }

    /// How many files a round begins with, while nothing runs: those that go every way through the line.
    func deliver(_ round: Int) async throws -> Int {
        let digests = try await Delivery(factory: factory).drop(round)
        arrived += digests
        return digests.count
    }

    /// Puts up to a thousand files into the inbox at once, one in three a copy of an earlier one under another name,
    /// and has half a dozen replaced there by others.
    ///
    /// - Returns: how many files.
    func drop() async throws -> Int {
        let count = Int.random(in: 1...1000)
        let camera = try factory.root.folder("camera")
        for number in 0..<count {
            let isCopy = made > 0 && Int.random(in: 0..<3) == 0
            if !isCopy { made += 1 }
            let photo = press.photo(isCopy ? Int.random(in: 0..<made) : made - 1)
            try camera.write(photo, to: "\(number / 50)/IMG_\(Int.random(in: 0..<99)).jpg")
        }
        let names = try camera.files()
        arrived += try await Conservation.arrivals(in: camera)
        try factory.root.rename("camera", to: "Photos_Inbox/\(UInt64.random(in: 0...(.max)))")
        try await replaceSome()
        return names.count
    }

    /// Nothing is replaced any more: what is there now must be stored.
    func settle() {
        arrived += edited.values
        edited = [:]
    }

    /// One sync after the other of the same file.
    private func replaceSome() async throws {
        for _ in 0..<6 {
            let name = "edited_\(Int.random(in: 0..<3)).jpg"
            try factory.root.write(press.photo(made), to: name)
            made += 1
            edited[name] = try await Fingerprints.sha256(of: name, in: factory.root)
            try factory.root.rename(name, to: "Photos_Inbox/\(name)")
        }
    }
}
