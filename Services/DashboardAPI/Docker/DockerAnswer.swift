import FactoryCore
import FactoryHTTP

/// What follows from answers that are not what was asked for. Nothing of their text is told: nobody knows what it holds.
enum DockerAnswer {
    /// Nil for a success.
    ///
    /// - Parameters:
    ///   - path: that was asked for.
    ///   - server: for messages.
    static func complaint(_ response: HTTPResponse, to path: String, from server: String) -> DockerError? {
        let status = response.status
        switch status {
        case 200...299: return nil
        case 404 where !isWebPage(response): return DockerError(.gone, "Docker at \(server) knows no such container")
        case 401, 403:
            let subject = path.prefix { $0 != "?" }.drop { $0 == "/" }
            return DockerError(
                .failed, "Docker at \(server) refuses \(subject) (\(status)): a proxy before it has to let it through")
        case 501: return DockerError(.failed, "Docker cannot read this log (501): its logging driver keeps none")
        case _ where isWebPage(response): return misunderstood(response, from: server)
        default: return DockerError(.failed, "Docker at \(server) answers with an error (\(status))")
        }
    }

    /// Of an answer whose content is something else.
    static func misunderstood(_ response: HTTPResponse, from server: String) -> DockerError {
        let kind = isWebPage(response) ? "a web page" : "something"
        return DockerError(
            .failed, "\(server) answers with \(kind) that is not Docker's: does DOCKER_HOST lead to Docker?")
    }

    /// Of no answer.
    static func missing(_ error: HTTPError) -> DockerError {
        let kind: DockerError.Kind =
            switch error.kind {
            case .timedOut: .silent
            case .tooLarge: .tooLarge
            case .cancelled: .cancelled
            default: .failed
            }
        return DockerError(kind, "Docker does not answer: \(error)")
    }

    private static func isWebPage(_ response: HTTPResponse) -> Bool {
        response.contentType?.contains("html") == true || response.text.drop(while: \.isWhitespace).hasPrefix("<")
    }
}
