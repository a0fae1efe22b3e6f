import FactoryCore
import FactoryHTTP
import FoundationEssentials

/// Reads what Syncthing answered.
enum SyncthingAnswer {
    /// - Parameter server: for messages.
    /// - Throws: `SyncthingError` for whatever is not the JSON that was asked for.
    static func decode<Value: Decodable>(
        _ type: Value.Type, _ response: HTTPResponse, from server: String
    ) throws(SyncthingError) -> Value {
        if let complaint = complaint(response, server) { throw SyncthingError(complaint, isAnswer: true) }
        do {
            return try JSONDecoder().decode(type, from: Data(response.body))
        } catch {
            let kind = looksLikeHTML(response) ? "a web page" : "something"
            throw SyncthingError(
                "\(server) answers with \(kind) that is not Syncthing's JSON: does SYNCTHING_URL lead to Syncthing?",
                isAnswer: true)
        }
    }

    private static func complaint(_ response: HTTPResponse, _ server: String) -> String? {
        switch response.status {
        case 200...299: return nil
        case 300...399:
            return """
                Syncthing at \(server) redirects (\(response.status)): where it serves HTTPS, SYNCTHING_URL has to begin \
                with https:// and SYNCTHING_CERTIFICATE to name its https-cert.pem
                """
        case 403 where response.text.contains("Host check"):
            return """
                Syncthing at \(server) refuses to be called by this name (403, host check): use its address in \
                SYNCTHING_URL, or let its GUI listen on more than 127.0.0.1
                """
        case 401, 403:
            return """
                Syncthing at \(server) refuses the API key (\(response.status)): put the one that its page shows under \
                Actions, Settings, into SYNCTHING_API_KEY
                """
        default: return "Syncthing at \(server) answers with an error (\(response.status))"
        }
    }

    private static func looksLikeHTML(_ response: HTTPResponse) -> Bool {
        response.contentType?.contains("html") == true || response.text.drop(while: \.isWhitespace).hasPrefix("<")
    }
}
