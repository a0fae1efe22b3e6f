internal import Glibc

/// What the system says of a process that lives.
struct ProcessFacts {
    private let folder: String
    private let process: pid_t

    init(_ process: pid_t) {
        self.process = process
        folder = "/proc/\(process)"
    }

    /// Those that its first thread has started and that still live.
    var children: [pid_t] {
        text("task/\(process)/children").split(separator: " ").compactMap { pid_t($0) }
    }

    /// The most memory that it ever held, in kilobytes; nil when the process is gone.
    var peakMemory: Int? {
        status("VmHWM:")
    }

    /// How many open files the kernel's table of them has room for; nil when the process is gone.
    var descriptorTableSize: Int? {
        status("FDSize:")
    }

    /// How many arenas the C library's allocator made for threads; nil when the process is gone.
    var allocatorArenas: Int? {
        let mappings = text("maps").split(separator: "\n").map { $0.split(separator: " ") }
        guard !mappings.isEmpty else { return nil }
        // Each stands where an address is a multiple of 64 MB, in memory that is no file's.
        return mappings.count { parts in
            guard parts.count == 5, parts[1] == "rw-p", let start = parts[0].split(separator: "-").first else {
                return false
            }
            return UInt(start, radix: 16).map { $0.isMultiple(of: 64 << 20) } ?? false
        }
    }

    private func status(_ member: String) -> Int? {
        let line = text("status").split(separator: "\n").first { $0.hasPrefix(member) }
        return line?.dropFirst(member.count).split { " \t".contains($0) }.compactMap { Int($0) }.first
    }

    private func text(_ name: String) -> String {
        guard let file = try? OpenFile("\(folder)/\(name)", flags: O_RDONLY) else { return "" }
        return String(decoding: (try? file.readAll()) ?? [], as: UTF8.self)
    }
}
