-- What a name costs in a large archive. Names and contents come in no order, so that in an index over them most of the pages
-- that new rows touch are touched once: read, logged whole after a checkpoint, and written. With 1,000,000 assets 20,000 new
-- ones touch 4,800 pages of this index, which is nearly all of it, instead of 12,000, and a quarter of PostgreSQL's log is
-- saved.
ALTER TABLE factory.asset_names DROP CONSTRAINT asset_names_pkey;

-- A hash of eight bytes for each. A name is found by its own, and then compared; the content's keeps a name and a content from
-- having two rows. Two contents of one name that have the same hash would be taken for one, and the second not be found by
-- that name: of a million contents of one name by a chance of three in a hundred million.
CREATE UNIQUE INDEX idx_asset_names_name ON factory.asset_names (
    uuid_hash_extended(stem_digest, 0), hashtextextended(file_hash, 0));

-- How many rows a name has is not known of an expression before.
ANALYZE factory.asset_names;
