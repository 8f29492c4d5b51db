-- 邮件 that nobody will send again keeps no text: whom it was for and what it said is needed only while it can still be sent.

update mail_outbox set sealed = null where state in ('failed', 'unclear');
alter table mail_outbox add constraint mail_outbox_sealed check (sealed is null or state in ('waiting', 'sending'));
comment on table mail_outbox is '待发邮件, written in the deed''s own transaction: waiting, sending, sent, failed, or unclear (cut off while it was being sent). Sealed while it can still be sent, a week at most, then emptied: that it was sent, failed or is unclear stays.';
create index mail_outbox_unsent on mail_outbox (written_at) where state = 'waiting';

-- Whether any row still points to a content is asked before the content goes from the disk.
create index stored_file_by_hash on stored_file (hash);
