/// Compares secrets so that the time it takes tells nothing of where they differ.
enum ConstantTime {
    /// Whether both are the same. How long `given` is may show, how long `secret` is does not.
    static func equal(_ given: String, _ secret: String) -> Bool {
        let (given, secret) = (Array(given.utf8), Array(secret.utf8))
        guard !secret.isEmpty else { return false }
        var difference = given.count ^ secret.count
        for (index, byte) in given.enumerated() {
            difference |= Int(byte ^ secret[index % secret.count])
        }
        return difference == 0
    }
}
