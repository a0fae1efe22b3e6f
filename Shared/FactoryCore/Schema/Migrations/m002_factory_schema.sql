-- What the factory keeps for itself, apart from the canonical tables: see "Schema factory" in docs/DATABASE_SCHEMA.md.

SET LOCAL client_min_messages = warning;  -- no chatter about what exists already

CREATE SCHEMA IF NOT EXISTS factory;

-- How often each service reports: the lights are computed from it.
CREATE TABLE factory.services (
    name text PRIMARY KEY,
    heartbeat_seconds integer NOT NULL CONSTRAINT services_heartbeat_seconds_check CHECK (heartbeat_seconds > 0),
    description text NOT NULL
);

INSERT INTO factory.services (name, heartbeat_seconds, description) VALUES
    ('librarian', 60, 'files what arrives in the inbox'),
    ('dashboard', 300, 'shows on one page that all is well'),
    ('factory-db', 300, 'the PostgreSQL database'),
    ('syncthing', 300, 'brings photos from phones and PCs into the inbox'),
    ('service-monitor', 300, 'reports for what cannot report itself'),
    ('cleanup', 86400, 'removes old heartbeat history');

-- Files that were seen and did not become an asset.
CREATE TABLE factory.intake (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    librarian_id text NOT NULL,
    outcome text NOT NULL
        CONSTRAINT intake_outcome_check
        CHECK (outcome IN ('duplicate', 'healed', 'quarantined', 'ignored', 'refused')),
    original_path text NOT NULL,
    original_name varchar(512) NOT NULL,
    size_bytes bigint NOT NULL CONSTRAINT intake_size_bytes_check CHECK (size_bytes >= 0),
    file_hash varchar(64) CONSTRAINT intake_file_hash_check CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    stored_path text,
    reason text NOT NULL,
    occurred_at timestamp NOT NULL DEFAULT now()
);

-- A file that stays in the inbox is met again at each scan and is still one file. The digest stands for the path,
-- because a path may be longer (4,096 bytes) than an index entry (2,704).
CREATE UNIQUE INDEX idx_intake_ignored ON factory.intake (librarian_id, md5(original_path))
    WHERE outcome = 'ignored';
CREATE INDEX idx_intake_outcome ON factory.intake (outcome, occurred_at, id);
CREATE INDEX idx_intake_file_hash ON factory.intake (file_hash) WHERE file_hash IS NOT NULL;

-- How far a librarian's journal has been applied to the tables above and to media_assets.
CREATE TABLE factory.journal_positions (
    librarian_id text PRIMARY KEY,
    segment bigint NOT NULL CONSTRAINT journal_positions_segment_check CHECK (segment >= 0),
    line bigint NOT NULL CONSTRAINT journal_positions_line_check CHECK (line >= 0),
    line_hash varchar(64) NOT NULL CONSTRAINT journal_positions_line_hash_check CHECK (line_hash ~ '^[0-9a-f]{64}$'),
    applied_at timestamp NOT NULL DEFAULT now()
);
