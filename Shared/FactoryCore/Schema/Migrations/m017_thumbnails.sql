-- What is known of the small pictures of assets. The pictures themselves are files, named for the asset's content.
CREATE TABLE factory.thumbnails (
    asset_id uuid PRIMARY KEY REFERENCES public.media_assets (id) ON DELETE CASCADE,
    width integer NOT NULL CONSTRAINT thumbnails_width_check CHECK (width > 0),
    height integer NOT NULL CONSTRAINT thumbnails_height_check CHECK (height > 0),
    thumbhash bytea NOT NULL CONSTRAINT thumbnails_thumbhash_check CHECK (octet_length(thumbhash) >= 5 AND octet_length(thumbhash) <= 32),
    made_at timestamp NOT NULL DEFAULT now()
);
