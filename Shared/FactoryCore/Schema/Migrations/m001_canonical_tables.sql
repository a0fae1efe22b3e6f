-- The three canonical tables of docs/DATABASE_SCHEMA.md.
--
-- Run on an empty database it creates them. Run on a database that an earlier implementation of the same canonical
-- schema made, it adopts the tables where they stand: rows stay, and everything around them becomes what it would be
-- in a new database. The migrator runs the file in one transaction with search_path = public.

SET LOCAL client_min_messages = warning;  -- no chatter about what exists already
SET LOCAL TimeZone = 'UTC';  -- how a timestamp with zone is read where an old column has to lose its zone

CREATE SCHEMA IF NOT EXISTS factory;

-- Tables ------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS media_assets (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    file_hash varchar(64) NOT NULL,
    original_name varchar(512) NOT NULL,
    original_path text NOT NULL,
    final_path text NOT NULL,
    size_bytes bigint NOT NULL,
    captured_at timestamp,
    ingested_at timestamp NOT NULL DEFAULT now(),
    location jsonb,
    is_ingested boolean NOT NULL DEFAULT true,
    is_geocoded boolean NOT NULL DEFAULT false,
    is_thumbnailed boolean NOT NULL DEFAULT false,
    is_curated boolean NOT NULL DEFAULT false,
    is_backed_up boolean NOT NULL DEFAULT false,
    has_errors boolean NOT NULL DEFAULT false,
    error_message text,
    geocoded_at timestamp,
    thumbnailed_at timestamp,
    curated_at timestamp,
    backed_up_at timestamp,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS system_status (
    service_name varchar(64) PRIMARY KEY,
    last_heartbeat timestamp NOT NULL DEFAULT now(),
    status varchar(16) NOT NULL DEFAULT 'OK',
    current_task text,
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS system_status_history (
    id serial PRIMARY KEY,
    service_name varchar(64) NOT NULL,
    status varchar(16) NOT NULL,
    current_task text,
    heartbeat_timestamp timestamp NOT NULL,
    created_at timestamp NOT NULL DEFAULT now()
);

-- Columns of an adopted table ---------------------------------------------------------------------------------------

-- What the version history of the schema says was added after the first version.
ALTER TABLE media_assets
    ADD COLUMN IF NOT EXISTS captured_at timestamp,
    ADD COLUMN IF NOT EXISTS ingested_at timestamp,
    ADD COLUMN IF NOT EXISTS location jsonb,
    ADD COLUMN IF NOT EXISTS is_ingested boolean,
    ADD COLUMN IF NOT EXISTS is_geocoded boolean,
    ADD COLUMN IF NOT EXISTS is_thumbnailed boolean,
    ADD COLUMN IF NOT EXISTS is_curated boolean,
    ADD COLUMN IF NOT EXISTS is_backed_up boolean,
    ADD COLUMN IF NOT EXISTS has_errors boolean,
    ADD COLUMN IF NOT EXISTS error_message text,
    ADD COLUMN IF NOT EXISTS geocoded_at timestamp,
    ADD COLUMN IF NOT EXISTS thumbnailed_at timestamp,
    ADD COLUMN IF NOT EXISTS curated_at timestamp,
    ADD COLUMN IF NOT EXISTS backed_up_at timestamp,
    ADD COLUMN IF NOT EXISTS created_at timestamp;

ALTER TABLE system_status
    ADD COLUMN IF NOT EXISTS current_task text,
    ADD COLUMN IF NOT EXISTS updated_at timestamp;

ALTER TABLE system_status_history
    ADD COLUMN IF NOT EXISTS current_task text,
    ADD COLUMN IF NOT EXISTS created_at timestamp;

-- Types. Only casts that cannot change a value silently: one that does not fit stops the migration, and nothing has
-- happened. (An explicit cast to varchar would cut the text, so USING serves uuid alone, which has no other way.)
DO $$
DECLARE
    differing record;
BEGIN
    FOR differing IN
        SELECT wanted.table_name, wanted.column_name, wanted.type
        FROM (VALUES
            ('media_assets', 'id', 'uuid'),
            ('media_assets', 'file_hash', 'character varying(64)'),
            ('media_assets', 'original_name', 'character varying(512)'),
            ('media_assets', 'original_path', 'text'),
            ('media_assets', 'final_path', 'text'),
            ('media_assets', 'size_bytes', 'bigint'),
            ('media_assets', 'captured_at', 'timestamp without time zone'),
            ('media_assets', 'ingested_at', 'timestamp without time zone'),
            ('media_assets', 'location', 'jsonb'),
            ('media_assets', 'error_message', 'text'),
            ('media_assets', 'geocoded_at', 'timestamp without time zone'),
            ('media_assets', 'thumbnailed_at', 'timestamp without time zone'),
            ('media_assets', 'curated_at', 'timestamp without time zone'),
            ('media_assets', 'backed_up_at', 'timestamp without time zone'),
            ('media_assets', 'created_at', 'timestamp without time zone'),
            ('system_status', 'service_name', 'character varying(64)'),
            ('system_status', 'last_heartbeat', 'timestamp without time zone'),
            ('system_status', 'status', 'character varying(16)'),
            ('system_status', 'current_task', 'text'),
            ('system_status', 'updated_at', 'timestamp without time zone'),
            ('system_status_history', 'service_name', 'character varying(64)'),
            ('system_status_history', 'status', 'character varying(16)'),
            ('system_status_history', 'current_task', 'text'),
            ('system_status_history', 'heartbeat_timestamp', 'timestamp without time zone'),
            ('system_status_history', 'created_at', 'timestamp without time zone')
        ) AS wanted (table_name, column_name, type)
        JOIN pg_attribute AS present
            ON present.attrelid = ('public.' || wanted.table_name)::regclass
            AND present.attname = wanted.column_name
        WHERE format_type(present.atttypid, present.atttypmod) <> wanted.type
    LOOP
        EXECUTE format(
            'ALTER TABLE %I ALTER COLUMN %I DROP DEFAULT, ALTER COLUMN %2$I TYPE %3$s%4$s',
            differing.table_name, differing.column_name, differing.type,
            CASE differing.type WHEN 'uuid' THEN format(' USING %I::uuid', differing.column_name) ELSE '' END);
    END LOOP;
END
$$;

-- A missing value in a column that has a default is that default. A row is taken to have been made when it was
-- ingested, and the other way round, where only one of the two is known.
UPDATE media_assets SET
    is_ingested = coalesce(is_ingested, true),
    is_geocoded = coalesce(is_geocoded, false),
    is_thumbnailed = coalesce(is_thumbnailed, false),
    is_curated = coalesce(is_curated, false),
    is_backed_up = coalesce(is_backed_up, false),
    has_errors = coalesce(has_errors, false),
    ingested_at = coalesce(ingested_at, created_at, now()),
    created_at = coalesce(created_at, ingested_at, now())
WHERE is_ingested IS NULL OR is_geocoded IS NULL OR is_thumbnailed IS NULL OR is_curated IS NULL
    OR is_backed_up IS NULL OR has_errors IS NULL OR ingested_at IS NULL OR created_at IS NULL;

-- Some writers store "no position" as the JSON value null, which IS NOT NULL would take for a position.
UPDATE media_assets SET location = NULL WHERE jsonb_typeof(location) = 'null';

UPDATE system_status SET updated_at = last_heartbeat WHERE updated_at IS NULL;

UPDATE system_status_history SET created_at = heartbeat_timestamp WHERE created_at IS NULL;

ALTER TABLE media_assets
    ALTER COLUMN id SET DEFAULT gen_random_uuid(),
    ALTER COLUMN file_hash SET NOT NULL,
    ALTER COLUMN original_name SET NOT NULL,
    ALTER COLUMN original_path SET NOT NULL,
    ALTER COLUMN final_path SET NOT NULL,
    ALTER COLUMN size_bytes SET NOT NULL,
    ALTER COLUMN ingested_at SET NOT NULL, ALTER COLUMN ingested_at SET DEFAULT now(),
    ALTER COLUMN is_ingested SET NOT NULL, ALTER COLUMN is_ingested SET DEFAULT true,
    ALTER COLUMN is_geocoded SET NOT NULL, ALTER COLUMN is_geocoded SET DEFAULT false,
    ALTER COLUMN is_thumbnailed SET NOT NULL, ALTER COLUMN is_thumbnailed SET DEFAULT false,
    ALTER COLUMN is_curated SET NOT NULL, ALTER COLUMN is_curated SET DEFAULT false,
    ALTER COLUMN is_backed_up SET NOT NULL, ALTER COLUMN is_backed_up SET DEFAULT false,
    ALTER COLUMN has_errors SET NOT NULL, ALTER COLUMN has_errors SET DEFAULT false,
    ALTER COLUMN created_at SET NOT NULL, ALTER COLUMN created_at SET DEFAULT now();

ALTER TABLE system_status
    ALTER COLUMN last_heartbeat SET NOT NULL, ALTER COLUMN last_heartbeat SET DEFAULT now(),
    ALTER COLUMN status SET NOT NULL, ALTER COLUMN status SET DEFAULT 'OK',
    ALTER COLUMN updated_at SET NOT NULL, ALTER COLUMN updated_at SET DEFAULT now();

ALTER TABLE system_status_history
    ALTER COLUMN service_name SET NOT NULL,
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN heartbeat_timestamp SET NOT NULL,
    ALTER COLUMN created_at SET NOT NULL, ALTER COLUMN created_at SET DEFAULT now();

-- The history numbers its own rows; an identity column or a bare integer becomes what serial makes.
ALTER TABLE system_status_history ALTER COLUMN id DROP IDENTITY IF EXISTS;

DO $$
BEGIN
    IF pg_get_serial_sequence('public.system_status_history', 'id') IS NULL THEN
        ALTER TABLE system_status_history ALTER COLUMN id DROP DEFAULT;
        DROP SEQUENCE IF EXISTS system_status_history_id_seq;
        CREATE SEQUENCE system_status_history_id_seq AS integer OWNED BY system_status_history.id;
        PERFORM setval('system_status_history_id_seq', coalesce(max(id), 0) + 1, false) FROM system_status_history;
        ALTER TABLE system_status_history ALTER COLUMN id SET DEFAULT nextval('system_status_history_id_seq');
    END IF;
END
$$;

-- Constraints -------------------------------------------------------------------------------------------------------

-- The rule is lower case; a hash in capitals is the same hash, unless both are there.
UPDATE media_assets AS asset SET file_hash = lower(file_hash)
WHERE file_hash <> lower(file_hash)
    AND NOT EXISTS (
        SELECT FROM media_assets AS other
        WHERE lower(other.file_hash) = lower(asset.file_hash) AND other.id <> asset.id
    );

-- Added without looking at the rows that are there, then validated: where an old row breaks a rule the row stays and
-- the rule holds for whatever is written from now on.
ALTER TABLE media_assets
    DROP CONSTRAINT IF EXISTS media_assets_file_hash_check,
    DROP CONSTRAINT IF EXISTS media_assets_size_bytes_check,
    DROP CONSTRAINT IF EXISTS media_assets_location_check,
    ADD CONSTRAINT media_assets_file_hash_check CHECK (file_hash ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CONSTRAINT media_assets_size_bytes_check CHECK (size_bytes >= 0) NOT VALID,
    -- CASE, because a missing key gives NULL and a CHECK lets NULL pass.
    ADD CONSTRAINT media_assets_location_check CHECK (
        location IS NULL
        OR CASE
            WHEN jsonb_typeof(location -> 'lat') = 'number' AND jsonb_typeof(location -> 'lon') = 'number'
            THEN location - 'lat' - 'lon' = '{}'
                AND (location ->> 'lat')::numeric BETWEEN -90 AND 90
                AND (location ->> 'lon')::numeric BETWEEN -180 AND 180
            ELSE false
        END
    ) NOT VALID;

ALTER TABLE system_status
    DROP CONSTRAINT IF EXISTS system_status_status_check,
    ADD CONSTRAINT system_status_status_check CHECK (status IN ('OK', 'WARNING', 'ERROR')) NOT VALID;

ALTER TABLE system_status_history
    DROP CONSTRAINT IF EXISTS system_status_history_status_check,
    ADD CONSTRAINT system_status_history_status_check CHECK (status IN ('OK', 'WARNING', 'ERROR')) NOT VALID;

DO $$
DECLARE
    unproven record;
BEGIN
    FOR unproven IN
        SELECT conrelid::regclass AS table_name, conname
        FROM pg_constraint
        WHERE contype = 'c' AND NOT convalidated
            AND conrelid IN (
                'public.media_assets'::regclass,
                'public.system_status'::regclass,
                'public.system_status_history'::regclass)
    LOOP
        BEGIN
            EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', unproven.table_name, unproven.conname);
        EXCEPTION WHEN check_violation THEN
            RAISE WARNING 'Rows that were in % before break %; they are kept, new rows are checked.',
                unproven.table_name, unproven.conname;
        END;
    END LOOP;
END
$$;

-- Indexes -----------------------------------------------------------------------------------------------------------

-- An index holds nothing of its own, so the old ones make way instead of being compared: whatever bears a canonical
-- name or a name that an ORM gave by itself, and whatever else indexes the hash alone.
DO $$
DECLARE
    outdated record;
BEGIN
    FOR outdated IN
        SELECT i.indrelid::regclass AS table_name, c.relname AS index_name, k.conname
        FROM pg_index AS i
        JOIN pg_class AS c ON c.oid = i.indexrelid
        LEFT JOIN pg_constraint AS k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid
        WHERE i.indrelid IN (
                'public.media_assets'::regclass,
                'public.system_status'::regclass,
                'public.system_status_history'::regclass)
            AND NOT i.indisprimary
            AND (c.relname IN (
                    'idx_media_assets_file_hash',
                    'idx_media_assets_captured_at',
                    'idx_media_assets_ingested_at',
                    'idx_media_assets_is_geocoded',
                    'idx_media_assets_is_backed_up',
                    'idx_media_assets_has_errors',
                    'idx_system_status_history_service_timestamp')
                OR starts_with(c.relname, format('ix_%s_', i.indrelid::regclass))
                OR pg_get_indexdef(i.indexrelid) LIKE '% (file\_hash)')
    LOOP
        IF outdated.conname IS NULL THEN
            EXECUTE format('DROP INDEX %I', outdated.index_name);
        ELSE
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', outdated.table_name, outdated.conname);
        END IF;
    END LOOP;
END
$$;

CREATE UNIQUE INDEX idx_media_assets_file_hash ON media_assets (file_hash);
CREATE INDEX idx_media_assets_captured_at ON media_assets (captured_at);
CREATE INDEX idx_media_assets_ingested_at ON media_assets (ingested_at);

-- Work that waits and files with errors are few among many: the index holds those only, oldest first.
CREATE INDEX idx_media_assets_is_geocoded ON media_assets (is_geocoded, ingested_at, id)
    WHERE is_ingested AND NOT is_geocoded AND location IS NOT NULL;
CREATE INDEX idx_media_assets_is_backed_up ON media_assets (is_backed_up, ingested_at, id)
    WHERE is_ingested AND NOT is_backed_up;
CREATE INDEX idx_media_assets_has_errors ON media_assets (has_errors, ingested_at, id)
    WHERE has_errors;

CREATE INDEX idx_system_status_history_service_timestamp
    ON system_status_history (service_name, heartbeat_timestamp);

-- Triggers ----------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION factory.touch_system_status() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    -- A heartbeat written after an outage brings the time it was due; only an update that says nothing means "now".
    IF NEW.last_heartbeat IS NOT DISTINCT FROM OLD.last_heartbeat THEN
        NEW.last_heartbeat := now();
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER system_status_touch
    BEFORE UPDATE ON system_status
    FOR EACH ROW EXECUTE FUNCTION factory.touch_system_status();

-- Time zone ---------------------------------------------------------------------------------------------------------

-- Columns without zone hold UTC, so now() has to mean UTC to every client, psql included.
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I SET timezone TO %L', current_database(), 'UTC');
EXCEPTION WHEN insufficient_privilege THEN
    RAISE WARNING 'Only the owner of database % can set its time zone to UTC; the services set it on each connection.',
        current_database();
END
$$;
