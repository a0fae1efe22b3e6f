/// How a server wants to be told.
enum AlertFormat: String, CaseIterable, Sendable {
    /// Text, with title and priority in headers.
    case ntfy
    /// Gotify's JSON.
    case gotify
    /// The JSON of Slack's incoming webhooks, which others understand as well.
    case slack
    /// JSON of the owner's own.
    case template
}
