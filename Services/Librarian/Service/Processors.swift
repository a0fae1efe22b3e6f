import Glibc

/// How many workers this machine can keep busy.
enum Processors {
    static var workers: Int {
        min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
