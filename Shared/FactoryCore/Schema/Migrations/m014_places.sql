-- Where photos were taken, as people call it. Beside the ledger, for what the metadata say is never changed.
CREATE TABLE factory.places (
    asset_id uuid PRIMARY KEY REFERENCES public.media_assets (id) ON DELETE CASCADE,
    name text COLLATE "C",
    region text COLLATE "C",
    country text,
    country_code text COLLATE "C",
    time_zone text,
    geonames_id bigint,
    distance_km double precision NOT NULL,
    data_version text NOT NULL,
    named_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT places_name_check CHECK (
        num_nulls(name, country, country_code, geonames_id) = 0
        OR num_nonnulls(name, region, country, country_code, time_zone, geonames_id) = 0),
    CONSTRAINT places_distance_km_check CHECK (distance_km >= 0)
);

-- Without the asset's id, so that equal entries share their key.
CREATE INDEX idx_places_place ON factory.places (country_code, region, name) WHERE name IS NOT NULL;
