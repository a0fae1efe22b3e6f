-- What joins files that belong together and arrive at different times; and the sidecars, which are no assets.

-- Under which names, and with which identifier, a content came: a member of its group that is late finds it by these.
CREATE TABLE factory.asset_names (
    stem_digest uuid NOT NULL,
    file_hash varchar(64) NOT NULL CONSTRAINT asset_names_file_hash_check CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    content_identifier varchar(64),
    is_dated boolean NOT NULL DEFAULT true,
    utc_offset_minutes smallint,
    PRIMARY KEY (stem_digest, file_hash)
);

CREATE INDEX idx_asset_names_content_identifier ON factory.asset_names (content_identifier)
    WHERE content_identifier IS NOT NULL;

-- What was filed before came under names as well. An extension has up to 31 characters, and something before its dot.
INSERT INTO factory.asset_names (stem_digest, file_hash)
SELECT md5(regexp_replace(original_path, '(?<=[^/])\.[^./]{0,31}$', ''))::uuid, file_hash
FROM public.media_assets WHERE file_hash ~ '^[0-9a-f]{64}$';

-- Files beside an original that say something about it: XMP, AAE, Google Takeout's JSON.
CREATE TABLE factory.sidecars (
    place text PRIMARY KEY,
    file_hash varchar(64) NOT NULL CONSTRAINT sidecars_file_hash_check CHECK (file_hash ~ '^[0-9a-f]{64}$'),
    size_bytes bigint NOT NULL CONSTRAINT sidecars_size_bytes_check CHECK (size_bytes >= 0),
    original_path text NOT NULL,
    asset_hash varchar(64) CONSTRAINT sidecars_asset_hash_check CHECK (asset_hash ~ '^[0-9a-f]{64}$'),
    librarian_id text NOT NULL,
    filed_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX idx_sidecars_asset_hash ON factory.sidecars (asset_hash) WHERE asset_hash IS NOT NULL;
CREATE INDEX idx_sidecars_file_hash ON factory.sidecars (file_hash);
