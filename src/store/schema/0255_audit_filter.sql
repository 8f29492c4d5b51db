-- The log is narrowed by time, by kind of act and by person; the newest come first.
create index audit_entry_at on audit_entry (agency_id, at);
create index audit_entry_verb on audit_entry (agency_id, verb, seq desc);
