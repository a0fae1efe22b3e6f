/// `factory.syncthing_verdicts`: whether files may be moved out of an inbox of Syncthing's, one row an inbox.
public enum SyncthingVerdictsTable {
    /// Answers whether there is such a table. Asked by who may be there before it: an error would be in the server's log
    /// whenever a new factory is started.
    public static let exists: SQL = "SELECT to_regclass('factory.syncthing_verdicts') IS NOT NULL"

    /// Answers what `verdict` reads; no row for an inbox that was never looked at.
    ///
    /// - Parameter inbox: its absolute path.
    public static func find(inbox: String) -> SQL {
        """
        SELECT is_receive_only, to_jsonb(folders), finding, checked_at
        FROM factory.syncthing_verdicts WHERE inbox = \(inbox)
        """
    }

    /// Replaces what was found before.
    public static func upsert(inbox: String, _ verdict: SyncthingVerdict) -> SQL {
        """
        INSERT INTO factory.syncthing_verdicts (inbox, is_receive_only, folders, finding, checked_at)
        VALUES (
            \(inbox), \(verdict.isReceiveOnly), \(SQLArray(verdict.folders))::text[], \(verdict.finding),
            \(verdict.time)::timestamp
        )
        ON CONFLICT (inbox) DO UPDATE
        SET is_receive_only = excluded.is_receive_only, folders = excluded.folders, finding = excluded.finding,
            checked_at = excluded.checked_at
        """
    }

    /// Takes back what was found: nobody looks any more.
    public static func withdraw(inbox: String) -> SQL {
        "DELETE FROM factory.syncthing_verdicts WHERE inbox = \(inbox)"
    }

    /// Reads what `find` answers.
    public static func verdict(_ row: borrowing Row) throws(DatabaseError) -> SyncthingVerdict {
        SyncthingVerdict(
            isReceiveOnly: try row.bool(0), folders: try row.texts(1), finding: try row.string(2),
            time: try row.timestamp(3))
    }
}
