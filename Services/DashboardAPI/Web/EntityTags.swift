/// Which version of something a client has.
enum EntityTags {
    /// Whether the header `If-None-Match` names `etag`, or anything.
    ///
    /// - Parameter etag: with its quotation marks.
    static func match(_ header: String?, _ etag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { element in
            let tag = element.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let text = String(tag)
            return text == "*" || text == etag || text == "W/\(etag)"
        }
    }
}
