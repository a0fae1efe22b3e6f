import ArgumentParser
import FactoryCore

/// The flags that every command of the librarian takes; each stands for the setting of the same name.
struct LibrarianOptions: ParsableArguments {
    @OptionGroup var factory: FactoryOptions

    @Option(help: "Name of this librarian (LIBRARIAN_ID).")
    var id: String?

    @Option(help: "Seconds that a file must be left alone before it is read (LIBRARIAN_QUIET_SECONDS).")
    var quietSeconds: String?

    @Option(help: "Seconds after which a file without its end is taken as it is (LIBRARIAN_INCOMPLETE_SECONDS).")
    var incompleteSeconds: String?

    @Option(help: "Seconds that a file waits for those that it announces (LIBRARIAN_GROUP_SECONDS).")
    var groupSeconds: String?

    @Option(help: "MiB that must stay free in Storage, 0 for none (LIBRARIAN_FREE_MEGABYTES).")
    var freeMegabytes: String?

    @Option(help: "Files read at once (LIBRARIAN_WORKERS).")
    var workers: String?

    @Option(help: "on or off: whether the place of a photo tells its time zone (LIBRARIAN_ZONES).")
    var zones: String?

    @Option(help: "receiveonly or any: out of which folders of Syncthing's files are moved (LIBRARIAN_SYNCTHING).")
    var syncthing: String?

    /// The flags that were given, by the names of their settings.
    var flags: [String: String] {
        let own: [String: String?] = [
            "LIBRARIAN_ID": id, "LIBRARIAN_QUIET_SECONDS": quietSeconds,
            "LIBRARIAN_INCOMPLETE_SECONDS": incompleteSeconds, "LIBRARIAN_GROUP_SECONDS": groupSeconds,
            "LIBRARIAN_FREE_MEGABYTES": freeMegabytes, "LIBRARIAN_WORKERS": workers,
            "LIBRARIAN_ZONES": zones, "LIBRARIAN_SYNCTHING": syncthing,
        ]
        return factory.flags.merging(own.compactMapValues { $0 }) { $1 }
    }
}
