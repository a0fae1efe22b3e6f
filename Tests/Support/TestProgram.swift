internal import Glibc

/// Which program a test runs.
public enum TestProgram: Sendable {
    /// One of ours, mostly from the folder in which this test program itself was built.
    case built(String)
    /// One that the system has on its search path.
    case system(String)

    /// The name by which people know it.
    public var name: String {
        switch self {
        case .built(let name), .system(let name): name
        }
    }

    /// The file to execute: a path for ours, a bare name to be searched for the system's.
    public func file() throws -> String {
        switch self {
        case .built(let name): "\(try Self.productsFolder())/\(name)"
        case .system(let name): name
        }
    }

    /// The build products lie beside the running test program, whatever scratch path was chosen, unless the variable
    /// `FACTORY_TEST_PROGRAMS` names another folder, such as that of the release binaries.
    private static func productsFolder() throws -> String {
        if let folder = TestEnvironment.value("FACTORY_TEST_PROGRAMS") { return folder }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = try SystemCall.check("Finding the running program") {
            readlink("/proc/self/exe", &buffer, buffer.count)
        }
        let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
