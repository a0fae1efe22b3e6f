import FactoryCore

/// The date of a file's name, as a candidate: where it belongs depends on how much it tells.
enum FileNameDates {
    /// Date and time of a wall clock.
    static func local(_ date: FileNameDate?) -> DateCandidate? {
        candidate(date, ifKind: .local, .local)
    }

    /// What tells less of the picture's own clock than satellites do: an instant, or a day.
    static func instantOrDay(_ date: FileNameDate?) -> DateCandidate? {
        candidate(date, ifKind: .instant, .instant) ?? candidate(date, ifKind: .day, .local)
    }

    private static func candidate(
        _ date: FileNameDate?, ifKind kind: FileNameDate.Kind, _ meaning: DateCandidate.Meaning
    ) -> DateCandidate? {
        guard let date, date.kind == kind else { return nil }
        return DateCandidate(source: .fileName, text: date.text, meaning: meaning)
    }
}
