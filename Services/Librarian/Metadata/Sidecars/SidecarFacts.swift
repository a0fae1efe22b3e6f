/// What files beside a photo or video say about it.
struct SidecarFacts: Sendable, Hashable {
    /// From `name.ext.xmp`, else `name.xmp`.
    var xmp: XMPFields?
    /// From Google Takeout's JSON.
    var takeout: TakeoutFields?
}
