-- What the schema itself does for services that log in under a role of their own each. The roles are the server's, not
-- the schema's: `migrate --roles` makes them. See "Roles" in docs/DATABASE_SCHEMA.md.

-- Such a service reports for itself alone. Whoever got hold of the one that the whole network may ask could otherwise say
-- for the others that all is well. Other roles are not asked: they are people's, or that of a factory with one for all, and
-- whoever loads many rows should not wait for a function that has nothing to say.
CREATE FUNCTION factory.check_reporter() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    service text;
    is_own boolean;
BEGIN
    FOREACH service IN ARRAY ARRAY[to_jsonb(NEW) ->> TG_ARGV[0], to_jsonb(OLD) ->> TG_ARGV[0]] LOOP
        is_own := CASE current_user
            WHEN 'factory_librarian' THEN service = 'librarian' OR service LIKE 'librarian@%'
            WHEN 'factory_monitor' THEN service IN ('service-monitor', 'factory-db', 'syncthing')
            WHEN 'factory_dashboard' THEN service = 'dashboard'
            WHEN 'factory_cleanup' THEN service = 'cleanup'
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

CREATE TRIGGER services_reporter BEFORE INSERT OR UPDATE ON factory.services
    FOR EACH ROW WHEN (starts_with(current_user, 'factory_')) EXECUTE FUNCTION factory.check_reporter('name');
CREATE TRIGGER system_status_reporter BEFORE INSERT OR UPDATE ON system_status
    FOR EACH ROW WHEN (starts_with(current_user, 'factory_')) EXECUTE FUNCTION factory.check_reporter('service_name');
CREATE TRIGGER system_status_history_reporter BEFORE INSERT OR UPDATE ON system_status_history
    FOR EACH ROW WHEN (starts_with(current_user, 'factory_')) EXECUTE FUNCTION factory.check_reporter('service_name');

-- Whoever may make a table of his own could let the owner's functions count it into the factory's counters, or forget
-- them. A trigger that is there asks nobody for this right.
REVOKE ALL ON FUNCTION factory.touch_system_status(), factory.check_reporter(), factory.count_media_assets(),
    factory.count_intake(), factory.forget_counters() FROM PUBLIC;
