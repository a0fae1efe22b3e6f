/// What reading an XML document comes across, in the document's order.
enum XMLEvent {
    case start(XMLName, attributes: [(name: XMLName, value: String)])
    /// A part of an element's text: one text may come in several.
    case text(String)
    case end
}
