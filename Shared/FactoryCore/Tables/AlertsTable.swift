/// `factory.alerts`: what was told last about each service.
public enum AlertsTable {
    /// Answers whether there is such a table yet.
    public static let exists: SQL = "SELECT to_regclass('factory.alerts') IS NOT NULL"

    /// Answers what `announcement` reads, of every service about which something was told.
    public static let all: SQL = "SELECT service_name, light, red_since, announced_at FROM factory.alerts"

    /// Replaces what is known of a service.
    public static func upsert(_ announcement: Announcement) -> SQL {
        """
        INSERT INTO factory.alerts (service_name, light, red_since, announced_at)
        VALUES (
            \(announcement.service), \(announcement.light.rawValue), \(announcement.redSince), \(announcement.time)
        )
        ON CONFLICT (service_name) DO UPDATE
        SET light = excluded.light, red_since = excluded.red_since, announced_at = excluded.announced_at
        """
    }

    /// Reads what `all` answers.
    public static func announcement(_ row: borrowing Row) throws(DatabaseError) -> Announcement {
        Announcement(
            service: try row.string(0), light: try row.string(1) == ServiceLight.red.rawValue ? .red : .green,
            redSince: try row.timestamp(2), time: try row.timestamp(3))
    }
}
