/// What a Syncthing of a test's own reads when it starts: it talks to nobody outside of this machine.
struct SyncthingConfiguration {
    /// One of those that sync with each other.
    struct Device {
        let id: String
        /// Where it listens for others, such as `tcp://127.0.0.1:22000`.
        let address: String
    }

    /// The Syncthing itself, then its peers.
    let devices: [Device]
    let interfacePort: Int
    let apiKey: String
    let shares: [SyncthingShare]

    /// `config.xml`; what it leaves out is as Syncthing likes it.
    var text: String {
        """
        <configuration version="36">
            \(shares.map(folder).joined(separator: "\n    "))
            \(devices.map(Self.device).joined(separator: "\n    "))
            <gui enabled="true" tls="false"><address>127.0.0.1:\(interfacePort)</address><apikey>\(apiKey)</apikey></gui>
            <options>
                <listenAddress>\(devices.first?.address ?? "")</listenAddress>
                <globalAnnounceEnabled>false</globalAnnounceEnabled>
                <localAnnounceEnabled>false</localAnnounceEnabled>
                <relaysEnabled>false</relaysEnabled>
                <natEnabled>false</natEnabled>
                <urAccepted>-1</urAccepted>
                <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
                <crashReportingEnabled>false</crashReportingEnabled>
                <startBrowser>false</startBrowser>
                <setLowPriority>false</setLowPriority>
                <reconnectionIntervalS>5</reconnectionIntervalS>
                <minHomeDiskFree unit="">0</minHomeDiskFree>
            </options>
        </configuration>
        """
    }

    private func folder(_ share: SyncthingShare) -> String {
        let members = devices.map { "<device id=\"\($0.id)\"></device>" }.joined()
        return """
            <folder id="\(share.id)" label="\(share.label)" path="\(share.path)" type="\(share.type)" \
            rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">\
            <paused>\(share.isPaused)</paused><minDiskFree unit="">0</minDiskFree>\(members)</folder>
            """
    }

    private static func device(_ device: Device) -> String {
        "<device id=\"\(device.id)\" name=\"test\"><address>\(device.address)</address></device>"
    }
}
