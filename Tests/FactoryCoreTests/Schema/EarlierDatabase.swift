import FactoryCore
import Testing

/// A database as an earlier implementation of the canonical schema left it, with rows.
struct EarlierDatabase: CustomTestStringConvertible {
    let testDescription: String
    let script: String

    /// Made by an ORM: only times have defaults in the database, the hash's index bears a generated name, the position is
    /// `json`, and "no position" is once NULL and once the JSON value `null`.
    static let complete = EarlierDatabase(
        testDescription: "complete",
        script: """
            CREATE TABLE media_assets (
                id uuid PRIMARY KEY, file_hash varchar(64) NOT NULL, original_name varchar(512) NOT NULL,
                original_path text NOT NULL, final_path text NOT NULL, size_bytes bigint NOT NULL,
                captured_at timestamp, ingested_at timestamp DEFAULT now() NOT NULL, location json,
                is_ingested boolean NOT NULL, is_geocoded boolean NOT NULL, is_thumbnailed boolean NOT NULL,
                is_curated boolean NOT NULL, is_backed_up boolean NOT NULL, has_errors boolean NOT NULL,
                error_message text, geocoded_at timestamp, thumbnailed_at timestamp, curated_at timestamp,
                backed_up_at timestamp, created_at timestamp DEFAULT now() NOT NULL);
            CREATE UNIQUE INDEX ix_media_assets_file_hash ON media_assets (file_hash);
            CREATE INDEX idx_media_assets_captured_at ON media_assets (captured_at);
            CREATE INDEX idx_media_assets_ingested_at ON media_assets (ingested_at);
            CREATE INDEX idx_media_assets_is_geocoded ON media_assets (is_geocoded);
            CREATE INDEX idx_media_assets_is_backed_up ON media_assets (is_backed_up);
            CREATE INDEX idx_media_assets_has_errors ON media_assets (has_errors);
            CREATE TABLE system_status (
                service_name varchar(64) PRIMARY KEY, last_heartbeat timestamp DEFAULT now() NOT NULL,
                status varchar(16) NOT NULL, current_task text, updated_at timestamp DEFAULT now() NOT NULL);
            CREATE TABLE system_status_history (
                id serial PRIMARY KEY, service_name varchar(64) NOT NULL, status varchar(16) NOT NULL,
                current_task text, heartbeat_timestamp timestamp NOT NULL, created_at timestamp DEFAULT now() NOT NULL);
            CREATE INDEX idx_system_status_history_service_timestamp
                ON system_status_history (service_name, heartbeat_timestamp);
            INSERT INTO media_assets VALUES
                (gen_random_uuid(), repeat('a', 64), 'a.jpg', '/in/a.jpg', '/st/a.jpg', 1, '2023-12-25 12:34:56', now(),
                    '{"lat": 35.6762, "lon": 139.6503}', true, true, false, false, false, false),
                (gen_random_uuid(), repeat('b', 64), 'b.jpg', '/in/b.jpg', '/st/b.jpg', 2, NULL, now(),
                    'null', true, false, false, false, true, false),
                (gen_random_uuid(), repeat('c', 64), 'c.jpg', '/in/c.jpg', '/st/c.jpg', 3, NULL, now(),
                    NULL, true, false, false, false, false, true);
            INSERT INTO system_status VALUES ('librarian', now(), 'OK', NULL, now());
            INSERT INTO system_status_history (service_name, status, heartbeat_timestamp)
                VALUES ('librarian', 'OK', now()), ('librarian', 'WARNING', now()), ('librarian', 'ERROR', now());
            """)

    /// From before the flags and the status tables, with a key as text, a narrow size, a time with zone, a unique
    /// constraint and a useless index beside it.
    static let first = EarlierDatabase(
        testDescription: "first version",
        script: """
            CREATE TABLE media_assets (
                id varchar(36) PRIMARY KEY, file_hash varchar(64) NOT NULL UNIQUE,
                original_name varchar(512) NOT NULL, original_path text NOT NULL, final_path text NOT NULL,
                size_bytes integer NOT NULL, captured_at timestamp with time zone,
                ingested_at timestamp with time zone DEFAULT now() NOT NULL, location json);
            CREATE INDEX idx_media_assets_file_hash ON media_assets (file_hash);
            INSERT INTO media_assets VALUES
                (gen_random_uuid(), repeat('a', 64), 'a.jpg', '/in/a.jpg', '/st/a.jpg', 1, '2023-12-25 12:34:56+00',
                    now(), '{"lat": 35.6762, "lon": 139.6503}'),
                (gen_random_uuid(), repeat('b', 64), 'b.jpg', '/in/b.jpg', '/st/b.jpg', 2, NULL, now(), 'null'),
                (gen_random_uuid(), repeat('c', 64), 'c.jpg', '/in/c.jpg', '/st/c.jpg', 3, NULL, now(), NULL);
            """)

    /// The rows of `media_assets` in words that every version of the table knows.
    static let assets: SQL = """
        SELECT concat_ws(' ', id, file_hash, original_name, original_path, final_path, size_bytes,
            to_char(captured_at, 'YYYY-MM-DD HH24:MI:SS'), extract(epoch FROM ingested_at),
            nullif(location::jsonb, 'null'::jsonb)::text)
        FROM media_assets ORDER BY file_hash
        """
}
