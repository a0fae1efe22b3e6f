-- When each original was last read again, and what was found: what nobody reads rots unseen.

SET LOCAL client_min_messages = warning;  -- no chatter about what exists already

-- An asset without a row has not been read since it was filed: filing writes nothing here.
CREATE TABLE factory.scrubs (
    asset_id uuid PRIMARY KEY REFERENCES public.media_assets (id) ON DELETE CASCADE,
    checked_at timestamp NOT NULL,
    finding text NOT NULL CONSTRAINT scrubs_finding_check
        CHECK (finding IN ('OK', 'ROT', 'EDITED', 'TRUNCATED', 'MISSING', 'MOVED', 'UNREADABLE')),
    detail text,
    size_bytes bigint CONSTRAINT scrubs_size_bytes_check CHECK (size_bytes >= 0),
    modified_at timestamp,
    CONSTRAINT scrubs_detail_check CHECK ((finding = 'OK') = (detail IS NULL))
);
CREATE INDEX idx_scrubs_checked_at ON factory.scrubs (checked_at, asset_id);
CREATE INDEX idx_scrubs_findings ON factory.scrubs (checked_at, asset_id) WHERE finding <> 'OK';

-- How far all librarians together have come: one row, so that nobody has to count.
CREATE TABLE factory.scrub_state (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT scrub_state_only_row_check CHECK (only_row),
    unread_since timestamp,
    round_began_at timestamp NOT NULL,
    round_ended_at timestamp,
    canary_found_at timestamp,
    updated_at timestamp NOT NULL
);
