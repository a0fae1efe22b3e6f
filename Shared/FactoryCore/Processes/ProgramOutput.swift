/// What a program that ran to its end has said.
package struct ProgramOutput: Sendable {
    /// The exit code; 128 + the signal's number when a signal ended it, as shells count.
    package let exitCode: Int32
    package let output: [UInt8]
    package let errors: String

    package init(exitCode: Int32, output: [UInt8], errors: String) {
        (self.exitCode, self.output, self.errors) = (exitCode, output, errors)
    }
}
