-- 60 days of heartbeats of eight services, one a minute.
-- Variable: newest, how many minutes ago the newest was.
INSERT INTO factory.services (name, heartbeat_seconds, description)
VALUES ('librarian@attic', 60, 'a second inbox'), ('librarian@cellar', 60, 'a third inbox') ON CONFLICT DO NOTHING;
INSERT INTO system_status_history (service_name, status, current_task, heartbeat_timestamp)
SELECT name, 'OK', 'Watching the inbox', now() - (minute - 0.5) * interval '1 minute'
FROM factory.services, generate_series(:newest, :newest + 86399) AS minute;
INSERT INTO system_status (service_name, status, current_task, last_heartbeat)
SELECT name, 'OK', 'Watching the inbox', now() FROM factory.services ON CONFLICT (service_name) DO NOTHING;
