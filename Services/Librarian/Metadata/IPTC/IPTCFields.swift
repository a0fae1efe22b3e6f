/// What the IPTC-IIM records of a picture say about when.
struct IPTCFields: Sendable, Hashable {
    /// 2:55, CCYYMMDD or what a writer made of it.
    var dateCreated: String?
    /// 2:60, HHMMSS±HHMM or without an offset.
    var timeCreated: String?
}
