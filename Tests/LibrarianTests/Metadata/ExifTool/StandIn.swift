import FactoryCore
import Glibc
import TestSupport

@testable import librarian

/// A shell script in the place of ExifTool: it reads the same questions and misbehaves.
struct StandIn {
    let folder: TestFolder
    private let told = ToldSentences()

    /// - Parameter answer: shell commands that run for each question, with its number in `$n` and its path in `$path`.
    ///   They may call `answer NUMBER DATE`.
    init(_ answer: String, in folder: TestFolder) throws {
        self.folder = folder
        let script = """
            #!/bin/sh
            echo "$$ $PPID" >>'\(folder.path)/started'
            answer() {
                printf '[{"SourceFile":"%s","DV:DateTimeOriginal":"%s"}]\\n{ready%s}\\n' "$path" "$2" "$1"
            }
            while read -r line; do
                case $line in
                -execute*) n=${line#-execute}; echo "$n $(readlink "$path")" >>'\(folder.path)/asked'; \(answer) ;;
                *) path=$line ;;
                esac
            done
            exec sleep 1000

            """
        try folder.write(Array(script.utf8), to: "exiftool")
        try folder.setPermissions("exiftool", to: 0o755)
    }

    /// Asks this one. A start gets more time than an answer, as on a slow disk.
    ///
    /// - Parameter limit: long, for on a busy machine a shell may take seconds for what it says at once.
    func exifTool(answerWithin limit: Duration = .seconds(30), stop: StopSignal = StopSignal()) -> ExifTool {
        ExifTool(
            program: folder.path(of: "exiftool"), limits: ExifTool.Limits(answer: limit, firstAnswer: limit * 3),
            stop: stop
        ) { [told] in told.add($0) }
    }

    /// What went to the log.
    var log: [String] { told.all }

    /// The files that were asked about, by their paths.
    func asked() throws -> [String] {
        try lines("asked").map { String($0.drop { $0 != " " }.dropFirst()) }
    }

    /// The numbers of all processes that were started, and of their guards.
    func processes() throws -> [Int] {
        try lines("started").flatMap { $0.split(separator: " ").compactMap { Int($0) } }
    }

    /// How often it was started.
    func starts() throws -> Int { try lines("started").count }

    /// Waits until none of the processes is there any more, not even as a zombie.
    func expectGone() async throws {
        try await eventually("all of \(processes()) are gone") {
            try processes().allSatisfy { access("/proc/\($0)", F_OK) != 0 }
        }
    }

    private func lines(_ name: String) throws -> [String] {
        guard folder.holds(name) else { return [] }
        return String(decoding: try folder.read(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
