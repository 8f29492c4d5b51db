-- Who read which case lately: reading one again within the hour is the same reading.
create index audit_entry_reading on audit_entry (agency_id, actor_id, target, at);
