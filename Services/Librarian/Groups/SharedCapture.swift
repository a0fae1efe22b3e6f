import FactoryCore

/// When the members of a group were taken.
enum SharedCapture {
    /// A member with the time of its group: a video, what has no date of its own, and what would fall on another day,
    /// take that of the leader.
    static func member(_ file: PreparedFile, of leader: PreparedFile) -> PreparedFile {
        member(file, takenWith: leader.metadata.capture, name: leader.path.text)
    }

    /// A member that came later than its leader.
    static func member(_ file: PreparedFile, of asset: FiledAsset) -> PreparedFile {
        guard let local = asset.capturedAt else { return file }
        let capture = CaptureTime(
            local: local, offset: asset.offset, instant: asset.offset.map { Timestamp(local: local, offset: $0) },
            precision: .second, source: asset.isDated ? .companion : .fileModified)
        return member(file, takenWith: capture, name: FileName.last(ofPath: asset.finalPath))
    }

    private static func member(_ file: PreparedFile, takenWith capture: CaptureTime, name: String) -> PreparedFile {
        let own = file.metadata.capture
        let isOwnKept =
            file.metadata.format.kind == .photo && own.source != .fileModified && own.local.day == capture.local.day
        // The time of the last change is never better than a date.
        guard !isOwnKept, own != capture, own.source == .fileModified || capture.source != .fileModified else {
            return file
        }
        let refused = RejectedDate(
            source: own.source, text: "\(own.local)\(own.offset.map { " \($0)" } ?? "")",
            reason: "gives way to the date of \(name), with which it was taken")
        let shared = CaptureTime(
            local: capture.local, offset: capture.offset, instant: capture.instant, precision: capture.precision,
            source: capture.source, rejected: capture.rejected + own.rejected + [refused])
        return file.with(metadata: file.metadata.with(shared))
    }
}
