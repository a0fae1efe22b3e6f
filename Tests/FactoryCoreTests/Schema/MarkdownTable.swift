/// A table in a Markdown document: rows of cells by the name of their column, code marks removed.
struct MarkdownTable: Equatable {
    let rows: [[String: String]]

    /// Reads the table that begins with the first of `lines`, its header.
    ///
    /// - Returns: nil when the lines are no table. A row that has more or fewer cells than the header is an error in the
    ///   document and not skipped, since what is skipped is not compared.
    init?(_ lines: some Sequence<Substring>) throws {
        var lines = lines.prefix { $0.hasPrefix("|") }.makeIterator()
        guard let header = lines.next().map(Self.cells), lines.next()?.hasPrefix("|---") == true else { return nil }

        var rows: [[String: String]] = []
        while let line = lines.next() {
            let cells = Self.cells(line)
            guard cells.count == header.count else { throw UnreadableRow(line: String(line)) }
            rows.append(Dictionary(uniqueKeysWithValues: zip(header, cells)))
        }
        self.rows = rows
    }

    private static func cells(_ line: Substring) -> [String] {
        line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast().map { cell in
            let text = cell.trimming(" ")
            let isCode = text.hasPrefix("`") && text.hasSuffix("`") && !text.dropFirst().dropLast().contains("`")
            return String(isCode ? text.dropFirst().dropLast() : text)
        }
    }

    struct UnreadableRow: Error, Equatable {
        let line: String
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> Substring {
        let start = drop { $0 == character }
        return start.lastIndex { $0 != character }.map { start[...$0] } ?? ""
    }
}
