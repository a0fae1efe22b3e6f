/// Which role may do what: the table "Grants" of docs/DATABASE_SCHEMA.md. Everything else is refused by the server.
enum RoleGrants {
    static func of(_ role: ServiceRole) -> Set<Grant> {
        let own =
            switch role {
            case .librarian: librarian
            case .monitor: monitor
            case .dashboard: dashboard
            case .cleanup: cleanup
            case .geocoder: geocoder
            case .backup: backup
            case .thumbnailer: thumbnailer
            }
        return Set(entrance + heartbeats + own)
    }

    private static let entrance = [
        Grant(.database, "", "CONNECT"), Grant(.schema, "public", "USAGE"), Grant(.schema, "factory", "USAGE"),
    ]

    /// For whom a service may report is for `factory.check_reporter` to say.
    private static let heartbeats =
        select("public.system_status")
        + insert("public.system_status", ["service_name", "last_heartbeat", "status", "current_task"])
        + update("public.system_status", ["last_heartbeat", "status", "current_task"])
        + insert(
            "public.system_status_history", ["service_name", "status", "current_task", "heartbeat_timestamp"])
        + [Grant(.sequence, "public.system_status_history_id_seq", "USAGE")]
        + select("factory.services")
        + insert("factory.services", ["name", "heartbeat_seconds", "description"])
        + update("factory.services", ["heartbeat_seconds"])

    /// To see whether a heartbeat is there already, which is written again where an answer was lost.
    private static let ownHeartbeats = columns(
        "SELECT", "public.system_status_history", ["service_name", "heartbeat_timestamp"])

    private static let librarian =
        ownHeartbeats
        + select(
            "public.media_assets", "factory.asset_names", "factory.intake", "factory.journal_positions",
            "factory.schema_migrations", "factory.sidecars", "factory.syncthing_verdicts", "factory.vault",
            "factory.counters", "factory.failure_records", "factory.scrub_state", "factory.scrubs")
        + insert(
            "public.media_assets",
            [
                "id", "file_hash", "original_name", "original_path", "final_path", "size_bytes", "captured_at",
                "ingested_at", "location", "has_errors", "error_message",
            ])
        + update("public.media_assets", ["final_path"])
        + [
            Grant(.table, "factory.asset_names", "INSERT"), Grant(.table, "factory.intake", "INSERT"),
            Grant(.table, "factory.journal_positions", "INSERT"), Grant(.table, "factory.sidecars", "INSERT"),
        ]
        + update("factory.intake", ["size_bytes", "reason", "occurred_at"])
        + update("factory.journal_positions", ["segment", "line", "line_hash", "applied_at"])
        + [Grant(.table, "factory.journal_positions", "DELETE")]
        + update(
            "factory.sidecars",
            ["file_hash", "size_bytes", "original_path", "asset_hash", "librarian_id", "filed_at"])
        + insert("factory.vault", ["id"]) + update("factory.vault", ["id", "created_at"])
        + scrubbing

    /// What reading originals again writes down.
    private static let scrubbing: [Grant] =
        [
            Grant(.table, "factory.failure_records", "INSERT"), Grant(.table, "factory.scrub_state", "INSERT"),
            Grant(.table, "factory.scrubs", "INSERT"),
        ]
        + update(
            "factory.failure_records",
            [
                "to_state", "error_message", "severity", "retry_count", "first_failed_at", "last_retry_at",
                "next_retry_at", "status",
            ])
        + update(
            "factory.scrub_state",
            ["unread_since", "round_began_at", "round_ended_at", "canary_found_at", "updated_at"])
        + update("factory.scrubs", ["checked_at", "finding", "detail", "size_bytes", "modified_at"])

    private static let monitor =
        ownHeartbeats
        + select("factory.alerts", "factory.syncthing_verdicts")
        + [
            Grant(.table, "factory.alerts", "INSERT"), Grant(.table, "factory.syncthing_verdicts", "INSERT"),
            Grant(.table, "factory.syncthing_verdicts", "DELETE"),
        ]
        + update("factory.alerts", ["light", "red_since", "announced_at"])
        + update("factory.syncthing_verdicts", ["is_receive_only", "folders", "finding", "checked_at"])

    private static let dashboard =
        select(
            "public.media_assets", "public.system_status_history", "factory.counters", "factory.intake",
            "factory.backups", "factory.places", "factory.scrub_state", "factory.scrubs", "factory.thumbnails")
        + update("public.media_assets", ["is_curated", "curated_at"])

    private static let cleanup =
        select(
            "public.media_assets", "public.system_status_history", "factory.audit_logs", "factory.schema_migrations",
            "factory.sidecars")
        + [
            Grant(.table, "public.system_status_history", "DELETE"), Grant(.table, "factory.audit_logs", "DELETE"),
            Grant(.routine, "factory.analyze_status_history()", "EXECUTE"),
        ]

    /// What every worker may: its claims, its failures, and its flag.
    private static func worker(_ flag: Stage.Flag) -> [Grant] {
        ownHeartbeats
            + select("public.media_assets", "factory.claims", "factory.failure_records", "factory.schema_migrations")
            + update("public.media_assets", [flag.column, flag.timeColumn])
            + [Grant(.table, "factory.claims", "DELETE")]
            + insert("factory.claims", ["stage", "asset_id", "claimed_by", "expires_at"])
            + update("factory.claims", ["claimed_by", "claimed_at", "expires_at"])
            + insert(
                "factory.failure_records",
                [
                    "entity_id", "stage", "from_state", "to_state", "error_message", "severity", "retry_count",
                    "next_retry_at", "status",
                ])
            + update(
                "factory.failure_records",
                [
                    "error_message", "severity", "retry_count", "first_failed_at", "last_retry_at", "next_retry_at",
                    "status",
                ])
            + insert(
                "factory.audit_logs", ["service", "action", "entity_id", "duration_ms", "status", "error_message"])
    }

    private static let geocoder = {
        let columns = [
            "name", "region", "country", "country_code", "time_zone", "geonames_id", "latitude", "longitude",
            "distance_km", "data_version",
        ]
        return worker(.geocoded) + select("factory.places") + insert("factory.places", ["asset_id"] + columns)
            + update("factory.places", columns + ["named_at"])
    }()

    private static let backup = {
        let columns = ["path", "file_hash", "size_bytes", "copied_at", "verified_at", "restore_tested_at", "state"]
        return worker(.backedUp) + select("factory.backups", "factory.vault")
            + insert(
                "factory.backups",
                ["asset_id", "target", "path", "file_hash", "size_bytes", "copied_at", "verified_at", "state"])
            + update("factory.backups", columns)
    }()

    private static let thumbnailer = {
        let columns = ["width", "height", "thumbhash"]
        return worker(.thumbnailed) + select("factory.thumbnails")
            + insert("factory.thumbnails", ["asset_id"] + columns)
            + update("factory.thumbnails", columns + ["made_at"])
    }()

    private static func select(_ tables: String...) -> [Grant] {
        tables.map { Grant(.table, $0, "SELECT") }
    }

    private static func insert(_ table: String, _ columns: [String]) -> [Grant] {
        self.columns("INSERT", table, columns)
    }

    private static func update(_ table: String, _ columns: [String]) -> [Grant] {
        self.columns("UPDATE", table, columns)
    }

    private static func columns(_ privilege: String, _ table: String, _ columns: [String]) -> [Grant] {
        columns.map { Grant(.table, table, column: $0, privilege) }
    }
}
