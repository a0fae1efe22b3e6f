/// What rclone takes as a limit of its bandwidth: `10M`, `10M:1M` (up and down), `08:00,512k 23:00,off`, `Mon-08:00,off`.
enum BandwidthRules {
    static func isFit(_ text: String) -> Bool {
        // "08:00" would be a rate up and none down; who writes it means a time of day.
        if isRate(text) { return text.wholeMatch(of: /[0-9]{1,2}:[0-9]{2}/) == nil }
        let entries = text.split(separator: " ")
        return !entries.isEmpty && entries.allSatisfy(isEntry)
    }

    private static func isEntry(_ text: Substring) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, isRate(String(parts[1])) else { return false }
        return String(parts[0]).wholeMatch(of: /((Sun|Mon|Tue|Wed|Thu|Fri|Sat)-)?([01][0-9]|2[0-3]):[0-5][0-9]/) != nil
    }

    private static func isRate(_ text: String) -> Bool {
        text.wholeMatch(of: /(off|[0-9]+(\.[0-9]+)?[BKMGTkmgtb]?)(:(off|[0-9]+(\.[0-9]+)?[BKMGTkmgtb]?))?/) != nil
    }
}
