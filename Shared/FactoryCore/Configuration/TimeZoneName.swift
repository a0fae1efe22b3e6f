import Glibc

/// The rule for `TZ`. The C library takes a zone that it does not know for UTC without a word, and photos would be
/// filed by the wrong calendar.
enum TimeZoneName {
    private static let database = "/usr/share/zoneinfo"

    /// - Throws: `SettingsError` when the C library would not know the zone.
    static func check(_ name: String) throws(SettingsError) {
        let zone = name.hasPrefix(":") ? String(name.dropFirst()) : name
        guard !isRule(zone), !["UTC", "GMT"].contains(zone) else { return }
        let path = zone.hasPrefix("/") ? zone : "\(database)/\(zone)"
        var status = stat()
        guard !zone.contains(".."), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SettingsError(key: "TZ", reason: "is '\(name)', which is no time zone known on this machine")
        }
    }

    /// Whether the zone is written as a rule of its own, such as `CET-1CEST,M3.5.0,M10.5.0/3` or `<+03>-3`.
    private static func isRule(_ zone: String) -> Bool {
        guard !zone.contains("/") || zone.contains(","), let first = zone.first, first == "<" || first.isLetter else {
            return false
        }
        let offset = first == "<" ? zone.drop { $0 != ">" }.dropFirst() : zone.drop { $0.isLetter }
        // A shorter name is none to the C library.
        guard let sign = offset.first, zone.count - offset.count >= 3 else { return false }
        return sign.isNumber || (["+", "-"].contains(sign) && offset.dropFirst().first?.isNumber == true)
    }
}
