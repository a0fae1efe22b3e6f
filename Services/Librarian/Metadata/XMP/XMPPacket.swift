/// Reads XMP: RDF in XML, mostly between two processing instructions that make it a packet.
enum XMPPacket {
    /// What a packet says; nil for what is no XMP. From a packet that is broken, or longer than 4 MiB, comes what
    /// stands before the break. Bytes behind the document do no harm.
    static func fields(of packet: some Collection<UInt8>) -> XMPFields? {
        var properties = RDFProperties(wanted: wanted)
        var ending = XMLDocument.read(packet) { event in
            properties.take(event)
            return true
        }
        if ending == .unreadableCharacter {
            // Some writers put Latin-1 where UTF-8 belongs; every byte is a character of that.
            var again = RDFProperties(wanted: wanted)
            ending = XMLDocument.read(packet, encoding: "ISO-8859-1") { event in
                again.take(event)
                return true
            }
            if again.values.count > properties.values.count { properties = again }
        }
        return properties.isRDF ? XMPFields(properties) : nil
    }

    private static let wanted = Set(XMPProperty.allCases.map(\.name))
}

extension XMPFields {
    fileprivate init(_ properties: RDFProperties) {
        func text(_ property: XMPProperty) -> String? { properties.values[property.name] }
        original = text(.dateTimeOriginal)
        created = text(.dateCreated)
        digitizedByTool = text(.createDate)
        digitized = text(.dateTimeDigitized)
        modified = text(.modifyDate)
        satelliteTime = text(.gpsTimeStamp) ?? text(.gpsDateTime)
        place = XMPPosition.place(
            latitude: text(.gpsLatitude), latitudeReference: text(.gpsLatitudeRef),
            longitude: text(.gpsLongitude), longitudeReference: text(.gpsLongitudeRef))
    }
}
