-- Counts that the dashboard shows, kept while rows come and go: to count a million assets takes seconds, to add up a few
-- hundred counters none.

SET LOCAL client_min_messages = warning;  -- no chatter about what exists already

-- Each session counts in a slot of its own, as far as slots go: two librarians, or a librarian and a later service in a
-- long transaction, would otherwise wait for each other's counters. What is true is the sum over the slots.
CREATE TABLE factory.counters (
    counter text NOT NULL,
    key text NOT NULL,
    slot smallint NOT NULL,
    files bigint NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT counters_pkey PRIMARY KEY (counter, key, slot)
)
-- Rows are changed all the time: with room on their page no index has to learn of it.
WITH (fillfactor = 50);

-- For rows that have come (argument 1) or gone (argument -1). As the owner of the tables: a service that may set its flag
-- need not have any right on the counters.
CREATE FUNCTION factory.count_media_assets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign CONSTANT bigint := TG_ARGV[0];
BEGIN
    INSERT INTO factory.counters AS known (counter, key, slot, files, bytes)
    SELECT change.counter, change.key, pg_backend_pid() % 16, sign * change.files, sign * change.bytes
    FROM (
        -- What kind of file it is, is told by its extension alone, so that the list of extensions stands in the program.
        SELECT 'extension' AS counter, coalesce(lower(substring(final_path FROM '\.([^./]{1,16})$')), '') AS key,
            count(*) AS files, sum(size_bytes) AS bytes
        FROM changed GROUP BY 2
        UNION ALL
        -- By quarters of an hour: the days of every time zone are made of whole ones.
        SELECT 'filed', coalesce(to_char(date_bin('15 minutes', ingested_at, '2000-01-01'), 'YYYY-MM-DD HH24:MI'), ''),
            count(*), sum(size_bytes)
        FROM changed GROUP BY 2
        UNION ALL
        SELECT 'captured', coalesce(to_char(captured_at, 'YYYY-MM'), ''), count(*), sum(size_bytes)
        FROM changed GROUP BY 2
        UNION ALL
        SELECT 'state', state.key, state.files, 0
        FROM (
            SELECT count(*) FILTER (WHERE location IS NOT NULL) AS located,
                count(*) FILTER (WHERE has_errors) AS failed,
                count(*) FILTER (WHERE is_ingested AND NOT is_geocoded AND location IS NOT NULL) AS geocoded,
                count(*) FILTER (WHERE is_ingested AND NOT is_thumbnailed) AS thumbnailed,
                count(*) FILTER (WHERE is_ingested AND NOT is_curated) AS curated,
                count(*) FILTER (WHERE is_ingested AND NOT is_backed_up) AS backed_up
            FROM changed
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

CREATE FUNCTION factory.count_intake() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign CONSTANT bigint := TG_ARGV[0];
BEGIN
    INSERT INTO factory.counters AS known (counter, key, slot, files, bytes)
    SELECT 'intake', outcome, pg_backend_pid() % 16, sign * count(*), sign * sum(size_bytes)
    FROM changed GROUP BY outcome ORDER BY outcome
    ON CONFLICT (counter, key, slot) DO UPDATE
    SET files = known.files + excluded.files, bytes = known.bytes + excluded.bytes;
    RETURN NULL;
END
$$;

-- A table that is emptied at once says nothing of its rows.
CREATE FUNCTION factory.forget_counters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM factory.counters WHERE counter = ANY (TG_ARGV);
    RETURN NULL;
END
$$;

CREATE TRIGGER media_assets_counted_insert AFTER INSERT ON media_assets REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_media_assets('1');
CREATE TRIGGER media_assets_counted_delete AFTER DELETE ON media_assets REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_media_assets('-1');
CREATE TRIGGER media_assets_counted_update_new AFTER UPDATE ON media_assets REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_media_assets('1');
CREATE TRIGGER media_assets_counted_update_old AFTER UPDATE ON media_assets REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_media_assets('-1');
CREATE TRIGGER media_assets_counted_truncate AFTER TRUNCATE ON media_assets
    FOR EACH STATEMENT EXECUTE FUNCTION factory.forget_counters('extension', 'filed', 'captured', 'state');

CREATE TRIGGER intake_counted_insert AFTER INSERT ON factory.intake REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_intake('1');
CREATE TRIGGER intake_counted_delete AFTER DELETE ON factory.intake REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_intake('-1');
CREATE TRIGGER intake_counted_update_new AFTER UPDATE ON factory.intake REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_intake('1');
CREATE TRIGGER intake_counted_update_old AFTER UPDATE ON factory.intake REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_intake('-1');
CREATE TRIGGER intake_counted_truncate AFTER TRUNCATE ON factory.intake
    FOR EACH STATEMENT EXECUTE FUNCTION factory.forget_counters('intake');

-- Counts everything anew: what is there already, and whatever came or went while no trigger looked, as when a dump's rows
-- are loaded without them. Nobody files meanwhile.
CREATE FUNCTION factory.count_again() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    LOCK TABLE public.media_assets, factory.intake IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM factory.counters;
    INSERT INTO factory.counters (counter, key, slot, files, bytes)
    SELECT 'extension', coalesce(lower(substring(final_path FROM '\.([^./]{1,16})$')), ''), 0, count(*), sum(size_bytes)
    FROM public.media_assets GROUP BY 2
    UNION ALL
    SELECT 'filed', coalesce(to_char(date_bin('15 minutes', ingested_at, '2000-01-01'), 'YYYY-MM-DD HH24:MI'), ''), 0,
        count(*), sum(size_bytes)
    FROM public.media_assets GROUP BY 2
    UNION ALL
    SELECT 'captured', coalesce(to_char(captured_at, 'YYYY-MM'), ''), 0, count(*), sum(size_bytes)
    FROM public.media_assets GROUP BY 2
    UNION ALL
    SELECT 'state', state.key, 0, state.files, 0
    FROM (
        SELECT count(*) FILTER (WHERE location IS NOT NULL) AS located,
            count(*) FILTER (WHERE has_errors) AS failed,
            count(*) FILTER (WHERE is_ingested AND NOT is_geocoded AND location IS NOT NULL) AS geocoded,
            count(*) FILTER (WHERE is_ingested AND NOT is_thumbnailed) AS thumbnailed,
            count(*) FILTER (WHERE is_ingested AND NOT is_curated) AS curated,
            count(*) FILTER (WHERE is_ingested AND NOT is_backed_up) AS backed_up
        FROM public.media_assets
    ) AS sums
    CROSS JOIN LATERAL (VALUES
        ('located', sums.located), ('failed', sums.failed), ('to be geocoded', sums.geocoded),
        ('to be thumbnailed', sums.thumbnailed), ('to be curated', sums.curated), ('to be backed up', sums.backed_up)
    ) AS state (key, files)
    WHERE state.files > 0
    UNION ALL
    SELECT 'intake', outcome, 0, count(*), sum(size_bytes) FROM factory.intake GROUP BY outcome;
END
$$;

REVOKE ALL ON FUNCTION factory.count_again() FROM PUBLIC;

SELECT factory.count_again();

-- Pages of assets go on behind the last one of the page before, also where many were captured in the same second.
DROP INDEX idx_media_assets_captured_at;
CREATE INDEX idx_media_assets_captured_at ON media_assets (captured_at, id);
CREATE INDEX idx_intake_occurred_at ON factory.intake (occurred_at, id);
