-- How many assets were taken in each place, kept while places are named, as m008 does for what the ledger counts.

CREATE FUNCTION factory.count_places() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign CONSTANT bigint := TG_ARGV[0];
BEGIN
    INSERT INTO factory.counters AS known (counter, key, slot, files, bytes)
    -- No name has the unit separator, so the key can be taken apart.
    SELECT 'place', concat(country_code, chr(31), country, chr(31), region, chr(31), name), pg_backend_pid() % 16,
        sign * count(*), 0
    FROM changed WHERE name IS NOT NULL GROUP BY 2 ORDER BY 2
    ON CONFLICT (counter, key, slot) DO UPDATE SET files = known.files + excluded.files;
    RETURN NULL;
END
$$;

CREATE TRIGGER places_counted_insert AFTER INSERT ON factory.places REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_places('1');
CREATE TRIGGER places_counted_delete AFTER DELETE ON factory.places REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_places('-1');
CREATE TRIGGER places_counted_update_new AFTER UPDATE ON factory.places REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_places('1');
CREATE TRIGGER places_counted_update_old AFTER UPDATE ON factory.places REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION factory.count_places('-1');
CREATE TRIGGER places_counted_truncate AFTER TRUNCATE ON factory.places
    FOR EACH STATEMENT EXECUTE FUNCTION factory.forget_counters('place');

-- What counted everything anew counts places as well.
ALTER FUNCTION factory.count_again() RENAME TO count_ledger_again;
CREATE FUNCTION factory.count_again() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM factory.count_ledger_again();
    LOCK TABLE factory.places IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO factory.counters (counter, key, slot, files, bytes)
    SELECT 'place', concat(country_code, chr(31), country, chr(31), region, chr(31), name), 0, count(*), 0
    FROM factory.places WHERE name IS NOT NULL GROUP BY 2;
END
$$;
REVOKE ALL ON FUNCTION factory.count_places(), factory.count_again() FROM PUBLIC;

SELECT factory.count_again();
