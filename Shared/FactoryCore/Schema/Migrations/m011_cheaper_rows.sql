-- What a photo's rows cost, which for small photos is half of what filing them does.

SET LOCAL client_min_messages = warning;  -- no chatter about what exists already

-- Hashes have no language: they are compared byte by byte, whatever the database's order of letters is.
ALTER TABLE public.media_assets ALTER COLUMN file_hash TYPE varchar(64) COLLATE "C";
ALTER TABLE factory.asset_names ALTER COLUMN file_hash TYPE varchar(64) COLLATE "C";

-- As of media_assets: no regular expression.
ALTER TABLE factory.intake
    DROP CONSTRAINT intake_file_hash_check,
    ADD CONSTRAINT intake_file_hash_check
        CHECK (length(file_hash) = 64 AND translate(file_hash, '0123456789abcdef', '') = '');

-- The rows are read once and grouped by everything that is counted; what is left is a few groups.
CREATE OR REPLACE FUNCTION factory.count_media_assets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign CONSTANT bigint := TG_ARGV[0];
BEGIN
    INSERT INTO factory.counters AS known (counter, key, slot, files, bytes)
    WITH grouped AS MATERIALIZED (
        SELECT extension, quarter, month, count(*) AS files, sum(size_bytes) AS bytes,
            count(*) FILTER (WHERE location IS NOT NULL) AS located,
            count(*) FILTER (WHERE has_errors) AS failed,
            count(*) FILTER (WHERE is_ingested AND NOT is_geocoded AND location IS NOT NULL) AS geocoded,
            count(*) FILTER (WHERE is_ingested AND NOT is_thumbnailed) AS thumbnailed,
            count(*) FILTER (WHERE is_ingested AND NOT is_curated) AS curated,
            count(*) FILTER (WHERE is_ingested AND NOT is_backed_up) AS backed_up
        FROM (
            SELECT asset.*,
                -- What kind of file it is, is told by its extension alone, so that the list of extensions stands in the
                -- program. The same as the pattern \.([^./]{1,16})$, which takes three times as long to find.
                CASE WHEN ending <> last_part AND strpos(last_part, '/') = 0 THEN lower(last_part) ELSE '' END
                    AS extension,
                -- By quarters of an hour: the days of every time zone are made of whole ones.
                date_bin('15 minutes', ingested_at, '2000-01-01') AS quarter,
                date_trunc('month', captured_at) AS month
            FROM (
                SELECT changed.*, right(final_path, 17) AS ending,
                    reverse(split_part(reverse(right(final_path, 17)), '.', 1)) AS last_part
                FROM changed
            ) AS asset
        ) AS asset
        GROUP BY extension, quarter, month
    )
    SELECT change.counter, change.key, pg_backend_pid() % 16, sign * change.files, sign * change.bytes
    FROM (
        SELECT 'extension' AS counter, extension AS key, sum(files) AS files, sum(bytes) AS bytes
        FROM grouped GROUP BY 2
        UNION ALL
        SELECT 'filed', coalesce(to_char(quarter, 'YYYY-MM-DD HH24:MI'), ''), sum(files), sum(bytes)
        FROM grouped GROUP BY 2
        UNION ALL
        SELECT 'captured', coalesce(to_char(month, 'YYYY-MM'), ''), sum(files), sum(bytes)
        FROM grouped GROUP BY 2
        UNION ALL
        SELECT 'state', state.key, state.files, 0
        FROM (
            SELECT sum(located) AS located, sum(failed) AS failed, sum(geocoded) AS geocoded,
                sum(thumbnailed) AS thumbnailed, sum(curated) AS curated, sum(backed_up) AS backed_up
            FROM grouped
        ) AS sums
        CROSS JOIN LATERAL (VALUES
            ('located', sums.located), ('failed', sums.failed), ('to be geocoded', sums.geocoded),
            ('to be thumbnailed', sums.thumbnailed), ('to be curated', sums.curated),
            ('to be backed up', sums.backed_up)
        ) AS state (key, files)
        WHERE state.files > 0
    ) AS change
    -- Always in the same order, so that sessions that share a slot wait for each other instead of dying.
    ORDER BY change.counter, change.key
    ON CONFLICT (counter, key, slot) DO UPDATE
    SET files = known.files + excluded.files, bytes = known.bytes + excluded.bytes;
    RETURN NULL;
END
$$;
