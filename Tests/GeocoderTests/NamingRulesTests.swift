import Testing

@testable import geocoder

@Suite("A place gets the name that people would say")
struct NamingRulesTests {
    private func place(_ index: Int, _ kilometers: Double, _ population: Int, country: Int = 0) -> PlaceCandidate {
        PlaceCandidate(index: index, kilometers: kilometers, population: population, country: country)
    }

    private func choice(_ near: PlaceCandidate...) -> Int? { NamingRules.choice(of: near)?.index }

    @Test("the largest within twelve kilometres, else the nearest")
    func radius() {
        #expect(choice(place(1, 0.4, 160_000), place(2, 5.7, 2_100_000), place(3, 11, 90_000)) == 2)
        #expect(choice(place(1, 0.4, 600), place(2, 12.1, 2_100_000)) == 1)
        #expect(choice(place(1, 40, 600), place(2, 41, 2_100_000)) == 1)
    }

    @Test("of equal ones, as of hamlets whose size nobody knows, the nearest")
    func equal() {
        #expect(choice(place(1, 1, 0), place(2, 2, 0)) == 1)
    }

    @Test("not one beyond the border")
    func border() {
        #expect(choice(place(1, 3, 28_000), place(2, 6, 1_900_000, country: 1), place(3, 9, 50_000)) == 3)
    }

    @Test("not one behind thirty nearer ones")
    func neighbours() {
        let near = (0..<31).map { place($0, Double($0) / 10, $0 == 30 ? 1000 : 10) }
        #expect(NamingRules.choice(of: near)?.index == 0)
    }

    @Test("none where everything is far away")
    func reach() {
        #expect(choice(place(1, 100, 600)) == 1)
        #expect(choice(place(1, 100.1, 600)) == nil)
        #expect(choice() == nil)
    }
}
