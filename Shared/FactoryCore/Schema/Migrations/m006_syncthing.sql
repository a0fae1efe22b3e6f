-- Whether photos may be moved out of an inbox into which Syncthing writes: the monitor finds out, librarians obey.

CREATE TABLE factory.syncthing_verdicts (
    inbox text PRIMARY KEY,
    is_receive_only boolean NOT NULL,
    folders text[] NOT NULL,
    finding text NOT NULL,
    checked_at timestamp NOT NULL
);
