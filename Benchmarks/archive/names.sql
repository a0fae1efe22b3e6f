-- The names under which the assets of assets.sql came, by which the librarian finds what belongs together.
INSERT INTO factory.asset_names (stem_digest, file_hash, is_dated, utc_offset_minutes)
SELECT md5(left(original_path, -4))::uuid, file_hash, true, 120 FROM media_assets;
