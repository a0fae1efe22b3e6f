-- Which installation the database belongs to: inbox and Storage carry the same id.

CREATE TABLE factory.vault (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT vault_only_row_check CHECK (only_row),
    id varchar(32) NOT NULL CONSTRAINT vault_id_check CHECK (id ~ '^[0-9a-f]{32}$'),
    created_at timestamp NOT NULL DEFAULT now()
);
