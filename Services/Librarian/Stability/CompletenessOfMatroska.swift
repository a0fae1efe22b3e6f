/// A segment of Matroska mostly states its size; live recordings leave it open.
enum CompletenessOfMatroska {
    static func check(_ source: some ByteSource) throws(ByteSourceError) -> Completeness {
        guard let end = try MatroskaMetadataReader.segment(in: source)?.end, end > source.size else { return .complete }
        return .incomplete("The file has \(source.size) of the \(end) bytes that it says it has.")
    }
}
