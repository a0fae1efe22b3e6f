import FactoryCore

/// How a line is written: as `JSONEncoder` writes it with sorted keys, which a test holds it to for every kind of event.
extension JournalLine {
    /// Writes the line, without a line break.
    func write(to text: inout JSONWriter) {
        text.object { line in
            line.member("at", at)
            line.member("event") { event.write(to: &$0) }
            line.member("line", self.line)
            line.member("previous", previous)
        }
    }
}

extension JournalEvent {
    fileprivate func write(to text: inout JSONWriter) {
        switch self {
        case .intent(let intent): text.member("intent") { $0.member("_0", intent.write) }
        case .sidecar(let intent): text.member("sidecar") { $0.member("_0", intent.write) }
        case .removal(let intent): text.member("removal") { $0.member("_0", intent.write) }
        case .quarantine(let intent): text.member("quarantine") { $0.member("_0", intent.write) }
        case .outcome(let segment, let line, let outcome, let note):
            text.member("outcome") { text in
                text.member("_2", outcome.rawValue)
                text.member("line", line)
                text.member("note", note)
                text.member("segment", segment)
            }
        }
    }
}

extension FilingIntent {
    fileprivate func write(to text: inout JSONWriter) {
        text.member("fingerprint", fingerprint)
        text.member("from", from)
        text.member("fromBytes", fromBytes)
        text.member("metadata", metadata.write)
        text.member("modified", modified)
        text.member("problem", problem)
        text.member("purpose", purpose.rawValue)
        text.member("size", size)
        text.member("to", to)
    }
}

extension SidecarIntent {
    fileprivate func write(to text: inout JSONWriter) {
        text.member("asset", asset?.hex)
        text.member("fingerprint", fingerprint)
        text.member("from", from)
        text.member("fromBytes", fromBytes)
        text.member("kind", kind.rawValue)
        text.member("modified", modified)
        text.member("size", size)
        text.member("to", to)
    }
}

extension RemovalIntent {
    fileprivate func write(to text: inout JSONWriter) {
        text.member("fingerprint", fingerprint)
        text.member("from", from)
        text.member("fromBytes", fromBytes)
        text.member("reason", reason)
        text.member("size", size)
        text.member("stored", stored)
    }
}

extension QuarantineIntent {
    fileprivate func write(to text: inout JSONWriter) {
        text.member("cause", cause.rawValue)
        text.member("fingerprint", fingerprint)
        text.member("from", from)
        text.member("fromBytes", fromBytes)
        text.member("reason", reason)
        text.member("size", size)
        text.member("to", to)
    }
}

extension MediaMetadata {
    fileprivate func write(to text: inout JSONWriter) {
        text.member("capture", capture.write)
        text.member("contentIdentifier", contentIdentifier)
        text.member("format", format.rawValue)
        text.member("note", note)
        if let place {
            text.member("place") { text in
                text.member("lat", place.latitude)
                text.member("lon", place.longitude)
            }
        }
        text.member("problem", problem)
    }
}

extension CaptureTime {
    fileprivate func write(to text: inout JSONWriter) {
        if let instant { text.member("instant", instant) }
        text.member("local", local)
        text.member("offset", offset?.description)
        text.member("precision", precision.rawValue)
        text.member("rejected", array: rejected) { date, text in
            text.member("reason", date.reason)
            text.member("source", date.source.rawValue)
            text.member("text", date.text)
        }
        text.member("source", source.rawValue)
    }
}
