/// What a folder of Syncthing's does with changes: the words are those of its configuration.
enum SyncthingFolderType: Sendable, Hashable, Decodable {
    case receiveOnly
    case sendReceive
    case sendOnly
    case receiveEncrypted
    /// One that later versions may know.
    case other(String)

    init(_ text: String) {
        switch text {
        case "receiveonly": self = .receiveOnly
        // The oldest versions called them by their rights, and wrote nothing for the usual one.
        case "sendreceive", "readwrite", "": self = .sendReceive
        case "sendonly", "readonly": self = .sendOnly
        case "receiveencrypted": self = .receiveEncrypted
        default: self = .other(text)
        }
    }

    init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// As Syncthing's own page calls it.
    var title: String {
        switch self {
        case .receiveOnly: "Receive Only"
        case .sendReceive: "Send & Receive"
        case .sendOnly: "Send Only"
        case .receiveEncrypted: "Receive Encrypted"
        case .other(let text): text
        }
    }
}
