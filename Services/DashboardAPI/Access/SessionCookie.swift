/// The cookie by which a browser is known.
enum SessionCookie {
    static let name = "photo_factory_session"

    /// No script can read it, and no other site makes a browser send it.
    static func set(_ session: String) -> String {
        "\(name)=\(session); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(Sessions.lifetime.components.seconds)"
    }

    static let remove = "\(name)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"

    /// - Parameter header: `Cookie`.
    static func session(_ header: String?) -> String? {
        (header ?? "").split(separator: ";").lazy
            .map { $0.drop { $0 == " " } }
            .first { $0.hasPrefix("\(name)=") }
            .map { String($0.dropFirst(name.utf8.count + 1)) }
    }
}
