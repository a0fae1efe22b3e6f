/// Which version of something a client has.
enum EntityTags {
    /// Whether the header `If-None-Match` names `etag`, or anything.
    ///
    /// Compared weakly, as is right for everything but parts of a file.
    ///
    /// - Parameter etag: with its quotation marks, and with the mark of a weak one.
    static func match(_ header: String?, _ etag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { element in
            let tag = element.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            return tag.elementsEqual("*") || opaque(String(tag)) == opaque(etag)
        }
    }

    private static func opaque(_ etag: String) -> Substring {
        etag.hasPrefix("W/") ? etag.dropFirst(2) : etag[...]
    }
}
