import FactoryCore

/// What became of the files that are no assets, and how many wait.
struct IntakePart: Sendable {
    let counters: [Counter]
    /// How many files the librarians say wait in their inboxes; nil where that is not known.
    let waiting: Int?

    func count(_ outcome: IntakeOutcome) -> Int {
        counters.filter { $0.name == "intake" && $0.key == outcome.rawValue }.reduce(0) { $0 + $1.files }
    }

    var json: JSONValue {
        [
            "duplicates": .integer(count(.duplicate)), "healed": .integer(count(.healed)),
            "quarantined": .integer(count(.quarantined)), "ignored": .integer(count(.ignored)),
            "refused": .integer(count(.refused)), "pending": .integer(waiting),
        ]
    }
}
