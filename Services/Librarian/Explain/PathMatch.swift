/// Whether a path is the one that somebody means, who may have left out where it begins.
struct PathMatch: Sendable {
    /// As it was asked for.
    let text: String
    /// With the slash before it, which makes it whole parts.
    let ending: String

    init(_ text: String) {
        // "./a.jpg" is what shells complete.
        self.text = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
        ending = "/\(self.text)"
    }

    func holds(_ path: String) -> Bool {
        path.utf8.elementsEqual(text.utf8) || path.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }

    /// Whether one of the places of an intent is meant.
    func holds(_ event: JournalEvent) -> Bool {
        switch event {
        case .intent(let intent): holds(intent.from) || holds("/Originals/\(intent.to)")
        case .sidecar(let intent): holds(intent.from) || holds("/Originals/\(intent.to)")
        case .removal(let intent): holds(intent.from)
        case .quarantine(let intent): holds(intent.from) || holds("/\(Quarantine.folderName)/\(intent.to)")
        case .outcome: false
        }
    }
}
