-- As a family's archive of twenty years would be: a picture every few minutes of those years, filed over the last months.
-- Variable: assets, how many.
INSERT INTO media_assets (file_hash, original_name, original_path, final_path, size_bytes, captured_at, location, ingested_at,
    is_ingested, has_errors)
SELECT encode(sha256(number::text::bytea), 'hex'), 'IMG_' || number || '.jpg', '/app/Photos_Inbox/phone/IMG_' || number || '.jpg',
    '/app/Storage/Originals/2023/2023-12-25/IMG_' || number || CASE WHEN number % 12 = 0 THEN '.mp4' ELSE '.jpg' END,
    4000000 + number % 1000, now() - number * interval '10 seconds' * (20 * 3155760.0 / :assets),
    CASE WHEN number % 3 = 0 THEN '{"lat": 48.137, "lon": 11.575}'::jsonb END,
    now() - number * interval '1 second' * (90 * 86400.0 / :assets), true, number % 10000 = 0
FROM generate_series(1, :assets) AS number;
