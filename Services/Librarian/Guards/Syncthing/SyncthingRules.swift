import FactoryCore

/// Decides whether files may be moved out of a folder of Syncthing's: a phone is never emptied by accident.
enum SyncthingRules {
    /// Clocks of one machine and its disks differ by less than this, and a monitor that lives looks more often.
    private static let skew: Duration = .seconds(60)

    /// Why nothing may be moved; nil where it may.
    ///
    /// - Parameters:
    ///   - markers: of all folders that are to be emptied.
    ///   - verdict: the monitor's latest about this inbox; nil when there is none.
    ///   - inbox: its path, for the message.
    static func objection(
        markers: [SyncthingMarker], verdict: SyncthingVerdict?, inbox: String, now: Timestamp
    ) -> String? {
        let place = "PHOTOS_INBOX (\(inbox)) is synced by Syncthing"
        // Also without a marker: it may lie above a mount, or have gone.
        if let verdict, verdict.isDangerous { return "\(place): \(verdict.finding)" }
        guard let first = markers.first else { return nil }
        guard let verdict else {
            return """
                \(place) (\(first.path)), and whether its folder is Receive Only is not known yet: service-monitor finds \
                that out when SYNCTHING_URL and SYNCTHING_API_KEY are set; out of any other folder a moved photo is deleted \
                on the phone. If Syncthing is not used any more, remove \(first.path)
                """
        }
        guard verdict.isReceiveOnly else { return "\(place) (\(first.path)): \(verdict.finding)" }
        for marker in markers {
            guard verdict.folders.contains(marker.folder) else {
                return """
                    \(place) (\(marker.path)), but the Syncthing that service-monitor asks has no such folder: set \
                    SYNCTHING_URL to the one that has, or SYNCTHING_INBOX to where it sees the inbox, or remove \(marker.path) \
                    if it marks nothing
                    """
            }
            guard !isCovered(marker, by: verdict, now: now) else { continue }
            return """
                \(place) (\(marker.path)), which is newer than what service-monitor saw at \(verdict.time): filing goes \
                on when it has looked again
                """
        }
        return nil
    }

    /// Whether the monitor saw the folder that the marker stands for. Times to come were told by a clock that was ahead:
    /// then only a verdict of this very minute counts.
    private static func isCovered(_ marker: SyncthingMarker, by verdict: SyncthingVerdict, now: Timestamp) -> Bool {
        let isFresh = abs(now.duration(since: verdict.time)) < skew
        if verdict.time > now || marker.changed > now { return isFresh }
        return marker.changed <= verdict.time
    }

    private static func abs(_ duration: Duration) -> Duration { duration < .zero ? .zero - duration : duration }
}
