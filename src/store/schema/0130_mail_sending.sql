-- 邮件 that was being sent when its process ended: nobody knows whether it left, so it is shown and not sent again.

create index mail_outbox_sending on mail_outbox (next_try_at) where state = 'sending';
comment on table mail_outbox is '待发邮件, written in the deed''s own transaction: waiting, sending, sent, failed, or unclear (cut off while it was being sent). Sealed until it is sent, then emptied.';
comment on column mail_outbox.id is 'Also the left half of its Message-ID, the same at every try: a mailbox that has it already drops the second.';
comment on column mail_outbox.next_try_at is 'Waiting: not tried before. Sending: by then it is done, or its process has ended.';
