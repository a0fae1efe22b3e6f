/// Follows the events of an RDF document to the properties of what it describes, of which some are wanted.
///
/// Only the resource's own properties count, be they attributes or elements: what is nested deeper speaks of other
/// things, such as the steps of a history or the parts of a collage.
struct RDFProperties {
    /// The first text of each wanted property that has any, without blanks around it; of a list, its first item.
    private(set) var values: [XMLName: String] = [:]
    /// Whether there was any RDF.
    private(set) var isRDF = false

    private enum Place {
        case outside, document, resource, property, value, elsewhere
    }

    private let wanted: Set<XMLName>
    /// Where each of the open elements stands, the outermost first.
    private var path: [Place] = []
    private var property = XMLName("", "")
    private var text = ""

    init(wanted: Set<XMLName>) {
        self.wanted = wanted
    }

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let name, let attributes): open(name, attributes)
        case .text(let part): append(part)
        case .end: close()
        }
    }

    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    /// What may stand between a property and its text: lists, and a value that has qualifiers beside it.
    private static let wrappers: Set<String> = ["Seq", "Alt", "Bag", "li", "Description", "value"]
    /// In UTF-8 bytes; no date and no coordinate is longer.
    private static let longestText = 256

    private mutating func open(_ name: XMLName, _ attributes: [(name: XMLName, value: String)]) {
        let place = place(of: name)
        path.append(place)
        text = ""
        switch place {
        case .document: isRDF = true
        case .resource: attributes.forEach { keep($0.value, as: $0.name) }
        case .property: property = name
        case .outside, .value, .elsewhere: break
        }
    }

    private func place(of name: XMLName) -> Place {
        switch path.last ?? .outside {
        case .outside: name == XMLName(Self.rdf, "RDF") ? .document : .outside
        case .document: .resource
        case .resource: wanted.contains(name) ? .property : .elsewhere
        case .property, .value: name.namespace == Self.rdf && Self.wrappers.contains(name.local) ? .value : .elsewhere
        case .elsewhere: .elsewhere
        }
    }

    private mutating func append(_ part: String) {
        guard path.last == .property || path.last == .value, text.utf8.count <= Self.longestText else { return }
        text += part
    }

    private mutating func close() {
        let place = path.popLast()
        if place == .property || place == .value { keep(text, as: property) }
        text = ""
    }

    private mutating func keep(_ text: String, as name: XMLName) {
        guard wanted.contains(name), values[name] == nil, text.utf8.count <= Self.longestText else { return }
        // Swift counts a carriage return and the line feed behind it as one character.
        let blanks: Set<Character> = [" ", "\t", "\r", "\n", "\r\n"]
        let start = text.drop { blanks.contains($0) }
        guard let last = start.lastIndex(where: { !blanks.contains($0) }) else { return }
        values[name] = String(start[...last])
    }
}
