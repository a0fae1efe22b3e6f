-- What somebody was told last about each service's light, so that a restart does not say it again.

CREATE TABLE factory.alerts (
    service_name text PRIMARY KEY,
    light text NOT NULL CONSTRAINT alerts_light_check CHECK (light IN ('red', 'green')),
    red_since timestamp NOT NULL,
    announced_at timestamp NOT NULL
);
