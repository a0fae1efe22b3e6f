/// What is mounted, as `/proc/self/mountinfo` tells: proc_pid_mountinfo(5).
struct MountTable {
    /// By the device's number as that file has it, such as `254:0`.
    private let kinds: [Substring: Substring]

    init(_ text: String) {
        var kinds: [Substring: Substring] = [:]
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            // Between the fields with numbers and the kind are optional ones, which a dash ends.
            guard fields.count > 2, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { continue }
            kinds[fields[2]] = fields[dash + 1]
        }
        self.kinds = kinds
    }

    /// The kind of the file system on this device, such as `ext4`; nil for none that is mounted under the number that its files
    /// show, as on Btrfs, where each subvolume shows one of its own.
    func kind(of device: UInt64) -> String? {
        // As makedev(3) puts them together.
        let major = (device >> 8 & 0xfff) | (device >> 32 & ~0xfff)
        let minor = (device & 0xff) | (device >> 12 & ~0xff)
        return kinds["\(major):\(minor)"].map(String.init)
    }
}
