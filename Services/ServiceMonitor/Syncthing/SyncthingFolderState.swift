/// How one of Syncthing's folders gets on. What an older or newer version leaves out is nil.
struct SyncthingFolderState: Sendable, Hashable, Decodable {
    /// `idle`, `scanning`, `syncing`, `error` and others.
    let state: String?
    /// Why the folder has stopped; empty when it has not.
    let error: String?
    /// The same, in the words of older versions.
    let invalid: String?
    /// How many items failed.
    let errors: Int?
    let pullErrors: Int?
    /// How many items are out of sync: known of, and not here yet.
    let needTotalItems: Int?

    /// Why the folder has stopped; nil when it has not.
    var stop: String? {
        let reason = [error, invalid].compactMap(\.self).first { !$0.isEmpty }
        return reason ?? (state == "error" ? "it does not say why" : nil)
    }

    var failures: Int { max(errors ?? 0, pullErrors ?? 0) }
    var outOfSync: Int { needTotalItems ?? 0 }

    /// Whether nothing keeps items from arriving.
    var isWell: Bool { stop == nil && failures == 0 }
}
