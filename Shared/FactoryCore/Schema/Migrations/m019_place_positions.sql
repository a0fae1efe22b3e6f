-- Where the named places are, so that they can be drawn on a map.

ALTER TABLE factory.places
    ADD COLUMN latitude double precision,
    ADD COLUMN longitude double precision,
    ADD CONSTRAINT places_position_check CHECK (
        (latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL OR name IS NOT NULL)
        AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

CREATE OR REPLACE FUNCTION factory.count_places() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign CONSTANT bigint := TG_ARGV[0];
BEGIN
    INSERT INTO factory.counters AS known (counter, key, slot, files, bytes)
    -- No name has the unit separator, so the key can be taken apart.
    SELECT 'place', concat(country_code, chr(31), country, chr(31), region, chr(31), name, chr(31), latitude, chr(31),
        longitude), pg_backend_pid() % 16, sign * count(*), 0
    FROM changed WHERE name IS NOT NULL GROUP BY 2 ORDER BY 2
    ON CONFLICT (counter, key, slot) DO UPDATE SET files = known.files + excluded.files;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION factory.count_again() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM factory.count_ledger_again();
    LOCK TABLE factory.places IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO factory.counters (counter, key, slot, files, bytes)
    SELECT 'place', concat(country_code, chr(31), country, chr(31), region, chr(31), name, chr(31), latitude, chr(31),
        longitude), 0, count(*), 0
    FROM factory.places WHERE name IS NOT NULL GROUP BY 2;
END
$$;

SELECT factory.count_again();

-- The geocoder adds the positions of those that were named before.
UPDATE public.media_assets SET is_geocoded = FALSE
WHERE is_geocoded AND id IN (SELECT asset_id FROM factory.places WHERE name IS NOT NULL);
