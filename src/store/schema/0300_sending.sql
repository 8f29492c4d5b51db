-- 待寄出 is told from 已寄出待签收: how far a decision has got, of cases that wait for service only.

alter table request_case add column sending text;
comment on column request_case.sending is '寄送进度: toSend, sent, returned or noticed, of a decision that has not arrived; null of all others. From the fold.';

-- As far as a glance at the acts tells; `gongkai refold` makes it exact.
update request_case c set sending = case when exists (
    select from request_act a where a.agency_id = c.agency_id and a.case_id = c.id
      and a.kind in ('dispatched', 'notice-published') and a.on_date >= c.closed_on
  ) then 'sent' else 'toSend' end
  where c.phase = 'replied' or (c.phase = 'lapsed' and c.served_on is null);

create index request_case_sending on request_case (agency_id, sending, next_due_on) where sending is not null;
