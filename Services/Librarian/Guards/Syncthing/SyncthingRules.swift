import FactoryCore

/// Decides whether files may be moved out of a folder of Syncthing's: a phone is never emptied by accident.
enum SyncthingRules {
    /// Why nothing may be moved; nil where it may.
    ///
    /// - Parameters:
    ///   - verdict: the monitor's latest about this inbox; nil when there is none.
    ///   - inbox: its path, for the message.
    static func objection(
        marker: SyncthingMarker, verdict: SyncthingVerdict?, inbox: String, now: Timestamp
    ) -> String? {
        let place = "PHOTOS_INBOX (\(inbox)) is synced by Syncthing (\(marker.path))"
        guard let verdict else {
            return """
                \(place), and whether its folder is Receive Only is not known yet: service-monitor finds that out when \
                SYNCTHING_URL and SYNCTHING_API_KEY are set; out of any other folder a moved photo is deleted on the \
                phone. If Syncthing is not used any more, remove \(marker.path)
                """
        }
        guard verdict.isReceiveOnly else { return "\(place): \(verdict.finding)" }
        // A clock that was ahead when the marker was made tells nothing.
        guard marker.changed > verdict.time, marker.changed <= now else { return nil }
        return """
            \(place), which is newer than what service-monitor saw at \(verdict.time): filing goes on when it has looked \
            again
            """
    }
}
