-- What services share that take assets by a status flag: who works on what, what failed, and what ran slow.

SET LOCAL client_min_messages = warning;  -- no chatter about what exists already

-- Waiting for thumbnails is asked as waiting for places and for a backup is: in the order of arrival, without sorting.
DROP INDEX IF EXISTS public.idx_media_assets_is_thumbnailed;
CREATE INDEX idx_media_assets_is_thumbnailed ON public.media_assets (is_thumbnailed, ingested_at, id)
    WHERE is_ingested AND NOT is_thumbnailed;

-- A claim is not a lock: it survives no longer than it says, so that a worker that died holds nothing up, and it may last
-- for hours without a transaction that is open.
CREATE TABLE factory.claims (
    stage text NOT NULL,
    asset_id uuid NOT NULL REFERENCES public.media_assets (id) ON DELETE CASCADE,
    claimed_by text NOT NULL,
    claimed_at timestamp NOT NULL DEFAULT now(),
    expires_at timestamp NOT NULL,
    PRIMARY KEY (stage, asset_id)
);
CREATE INDEX idx_claims_asset_id ON factory.claims (asset_id);

CREATE TABLE factory.failure_records (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entity_id uuid NOT NULL REFERENCES public.media_assets (id) ON DELETE CASCADE,
    stage text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    error_message text NOT NULL,
    severity text NOT NULL CONSTRAINT failure_records_severity_check CHECK (severity IN ('WARNING', 'ERROR')),
    retry_count integer NOT NULL DEFAULT 0 CONSTRAINT failure_records_retry_count_check CHECK (retry_count >= 0),
    first_failed_at timestamp NOT NULL DEFAULT now(),
    last_retry_at timestamp NOT NULL DEFAULT now(),
    next_retry_at timestamp,
    status text NOT NULL CONSTRAINT failure_records_status_check CHECK (status IN ('OPEN', 'GIVEN UP', 'RESOLVED')),
    CONSTRAINT failure_records_stage_entity_key UNIQUE (stage, entity_id)
);
CREATE INDEX idx_failure_records_entity_id ON factory.failure_records (entity_id);
CREATE INDEX idx_failure_records_open ON factory.failure_records (stage, last_retry_at) WHERE status <> 'RESOLVED';

CREATE TABLE factory.audit_logs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    service text NOT NULL,
    action text NOT NULL,
    entity_id uuid,
    duration_ms bigint NOT NULL CONSTRAINT audit_logs_duration_ms_check CHECK (duration_ms >= 0),
    status text NOT NULL CONSTRAINT audit_logs_status_check CHECK (status IN ('SLOW', 'FAILED')),
    error_message text,
    occurred_at timestamp NOT NULL DEFAULT now()
);
CREATE INDEX idx_audit_logs_occurred_at ON factory.audit_logs (occurred_at);

-- The asset itself says what is wrong with it, one line for each stage; what the librarian wrote has no such beginning and
-- stays. Done here, so that no worker needs the right to write over what another one said.
CREATE FUNCTION factory.tell_asset_of_failure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beginning CONSTANT text := NEW.stage || ': ';
    lines text[];
BEGIN
    -- Two stages may fail with it at the same time: each has to see what the other one wrote.
    PERFORM FROM public.media_assets WHERE id = NEW.entity_id FOR NO KEY UPDATE;
    SELECT array_agg(line ORDER BY number) FILTER (WHERE NOT starts_with(line, beginning)) INTO lines
    FROM public.media_assets AS asset,
        string_to_table(asset.error_message, E'\n') WITH ORDINALITY AS told (line, number)
    WHERE asset.id = NEW.entity_id;
    IF NEW.status <> 'RESOLVED' THEN
        lines := array_append(lines, beginning || translate(NEW.error_message, E'\r\n', '  '));
    END IF;
    UPDATE public.media_assets
    SET has_errors = lines IS NOT NULL, error_message = array_to_string(lines, E'\n')
    WHERE id = NEW.entity_id AND error_message IS DISTINCT FROM array_to_string(lines, E'\n');
    RETURN NULL;
END
$$;

CREATE TRIGGER failure_records_told AFTER INSERT ON factory.failure_records
    FOR EACH ROW EXECUTE FUNCTION factory.tell_asset_of_failure();
-- Only what is to be told: when somebody lets many be tried again nothing else is said of them.
CREATE TRIGGER failure_records_told_again AFTER UPDATE ON factory.failure_records
    FOR EACH ROW WHEN ((OLD.status = 'RESOLVED') <> (NEW.status = 'RESOLVED') OR OLD.error_message <> NEW.error_message)
    EXECUTE FUNCTION factory.tell_asset_of_failure();

REVOKE ALL ON FUNCTION factory.tell_asset_of_failure() FROM PUBLIC;

-- A worker reports for itself and its replicas alone.
CREATE OR REPLACE FUNCTION factory.check_reporter() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    service text;
    is_own boolean;
BEGIN
    FOREACH service IN ARRAY ARRAY[to_jsonb(NEW) ->> TG_ARGV[0], to_jsonb(OLD) ->> TG_ARGV[0]] LOOP
        is_own := CASE
            WHEN current_user IN ('factory_librarian', 'factory_thumbnailer', 'factory_geocoder', 'factory_backup')
                THEN split_part(service, '@', 1) = substr(current_user, 9)
            WHEN current_user = 'factory_monitor' THEN service IN ('service-monitor', 'factory-db', 'syncthing')
            WHEN current_user = 'factory_dashboard' THEN service = 'dashboard'
            WHEN current_user = 'factory_cleanup' THEN service = 'cleanup'
            ELSE true
        END;
        IF NOT is_own THEN
            RAISE EXCEPTION 'the role % may not report for the service %', current_user, service
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;
