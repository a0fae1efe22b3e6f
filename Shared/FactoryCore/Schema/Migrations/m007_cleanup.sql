-- Who removes heartbeats need not own their table, but only an owner may tell the planner that they are gone.

CREATE FUNCTION factory.analyze_status_history() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    ANALYZE public.system_status_history;
END
$$;

REVOKE ALL ON FUNCTION factory.analyze_status_history() FROM PUBLIC;
