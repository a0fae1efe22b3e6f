-- What counting a row costs: its extension is cut off row by row, and judged and lowercased once for each that occurs in a
-- statement. Judged row by row it took more than half of the counting.

CREATE OR REPLACE FUNCTION factory.count_media_assets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign CONSTANT bigint := TG_ARGV[0];
BEGIN
    INSERT INTO factory.counters AS known (counter, key, slot, files, bytes)
    WITH grouped AS MATERIALIZED (
        SELECT ending, quarter, month, count(*) AS files, sum(size_bytes) AS bytes,
            count(*) FILTER (WHERE location IS NOT NULL) AS located,
            count(*) FILTER (WHERE has_errors) AS failed,
            count(*) FILTER (WHERE is_ingested AND NOT is_geocoded AND location IS NOT NULL) AS geocoded,
            count(*) FILTER (WHERE is_ingested AND NOT is_thumbnailed) AS thumbnailed,
            count(*) FILTER (WHERE is_ingested AND NOT is_curated) AS curated,
            count(*) FILTER (WHERE is_ingested AND NOT is_backed_up) AS backed_up
        FROM (
            SELECT changed.*,
                -- What follows the last dot. Without a dot that is the whole path, and the slash put in front then marks it
                -- as no extension. Grouped byte by byte, and lowercased by the rules of the database's language.
                split_part('/' || final_path, '.', -1) COLLATE "C" AS ending,
                -- By quarters of an hour: the days of every time zone are made of whole ones.
                date_bin('15 minutes', ingested_at, '2000-01-01') AS quarter,
                date_trunc('month', captured_at) AS month
            FROM changed
        ) AS asset
        GROUP BY ending, quarter, month
    )
    SELECT change.counter, change.key, pg_backend_pid() % 16, sign * change.files, sign * change.bytes
    FROM (
        -- What kind of file it is, is told by its extension alone, so that the list of extensions stands in the program. The
        -- same as the pattern \.([^./]{1,16})$.
        SELECT 'extension' AS counter,
            CASE WHEN length(ending) BETWEEN 1 AND 16 AND strpos(ending, '/') = 0
                THEN lower(ending COLLATE "default") ELSE '' END AS key,
            sum(files) AS files, sum(bytes) AS bytes
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
