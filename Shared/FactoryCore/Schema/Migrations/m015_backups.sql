-- Copies of originals on a second target. A row is written once the copy was read back, and only then.
CREATE TABLE factory.backups (
    asset_id uuid NOT NULL REFERENCES public.media_assets (id) ON DELETE CASCADE,
    target text NOT NULL,
    path text NOT NULL,
    file_hash varchar(64) NOT NULL CONSTRAINT backups_file_hash_check CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    size_bytes bigint NOT NULL CONSTRAINT backups_size_bytes_check CHECK (size_bytes >= 0),
    copied_at timestamp NOT NULL,
    verified_at timestamp NOT NULL,
    restore_tested_at timestamp,
    state text NOT NULL CONSTRAINT backups_state_check CHECK (state IN ('VERIFIED', 'RESTORE TESTED', 'DAMAGED')),
    PRIMARY KEY (asset_id, target)
);

-- Without regard to capitals, for a target that knows none.
CREATE INDEX idx_backups_path ON factory.backups (target, lower(path));
CREATE INDEX idx_backups_file_hash ON factory.backups (file_hash);

-- For the dashboard, which counts nothing but the few that a restore test has had.
CREATE INDEX idx_backups_verified_at ON factory.backups (verified_at) WHERE state <> 'DAMAGED';
CREATE INDEX idx_backups_tested ON factory.backups (state, restore_tested_at) WHERE restore_tested_at IS NOT NULL;
