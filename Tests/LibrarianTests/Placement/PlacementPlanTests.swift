import FactoryCore
import TestSupport
import Testing

@testable import librarian

@Suite("The plan of a batch")
struct PlacementPlanTests {
    @Test("gives a free name, once")
    func free() async throws {
        try await withSite { site in
            var plan = PlacementPlan()
            let (first, second) = (try site.arrive("x/a.jpg", "1"), try site.arrive("y/a.jpg", "2"))
            let places = [first, second].map { plan.place(for: $0) { _, _ in .nobody } }
            #expect(places.compactMap { $0?.to.name } == ["a.jpg", "a_\(second.fingerprint.hex.prefix(8)).jpg"])
            #expect(places.allSatisfy { $0?.purpose == .file })
        }
    }

    @Test("goes to the next name while others hold the name, and gives up when all are taken")
    func taken() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg")
            for count in 0...4 {
                var (plan, asked) = (PlacementPlan(), [OriginalPath]())
                let place = plan.place(for: file) { path, _ in
                    asked.append(path)
                    return asked.count > count ? .nobody : .another
                }
                #expect(asked.count == min(count + 1, 4))
                #expect(place?.to == (count < 4 ? asked.last : nil))
            }
        }
    }

    @Test("adopts the same content where it stands, without keeping the name from others")
    func adopts() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg")
            var (plan, count) = (PlacementPlan(), 0)
            let place = plan.place(for: file) { _, _ in
                count += 1
                return count == 2 ? .sameContent : .another
            }
            #expect(place?.purpose == .adopt)
            #expect(place?.to.name == "a_\(file.fingerprint.hex.prefix(8)).jpg")
        }
    }

    @Test("passes an error on")
    func error() async throws {
        try await withSite { site in
            let file = try site.arrive("a.jpg")
            #expect(throws: FileError("look at", "x", code: 5)) {
                var plan = PlacementPlan()
                _ = try plan.place(for: file) { _, _ in throw FileError("look at", "x", code: 5) }
            }
        }
    }
}
