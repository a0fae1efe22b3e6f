import FactoryCore

/// One line for the owner: what is not as it should be, and what to do.
enum Finding {
    /// Of a row whose file is missing or damaged; nil when all is well.
    static func text(_ verdict: Verdict, at path: String) -> String? {
        switch verdict {
        case .missing: "\(path) is missing; put a copy into the inbox, and it takes its place again"
        case .damaged(let reason):
            "\(path) is damaged: \(reason); put a copy into the inbox, and check the disk"
        case .unrecorded:
            "\(path) has no row in the ledger; 'librarian rebuild' records it if it stands in the folder of a day, else move "
                + "it to the inbox"
        case .ok, .lost: nil
        }
    }

    /// Of a file without a row whose content is recorded elsewhere.
    static func copy(at path: String, of original: String) -> String {
        "\(path) has no row in the ledger and the same content as \(original); remove it if nobody wants it there"
    }

    static func unreadable(_ path: String, _ reason: String) -> String {
        "\(path) has no row in the ledger and cannot be read: \(reason); check the disk"
    }

    /// Of a filing in a journal.
    static func vanished(_ path: String, _ fingerprint: Fingerprint) -> String {
        "\(path) was filed and is neither on the disk nor in the ledger; put a copy into the inbox (SHA-256 \(fingerprint.hex))"
    }

    static func lost(_ fingerprint: Fingerprint, name: String) -> String {
        let named = name.isEmpty ? "" : " (\(name))"
        return "the content \(fingerprint.hex)\(named) is lost: it stands neither in Originals nor in the quarantine "
            + "nor in the inbox; put it into the inbox from where the list was made"
    }

    static func damage(_ sentence: String) -> String {
        "\(sentence); bring the segment back from a backup of Storage, and 'librarian rebuild' applies it"
    }
}
