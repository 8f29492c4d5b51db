-- 更正决定: drafted by one person, approved by another; every step an act of its own.

alter table amendment add column state text not null default 'open';
update amendment set state = case when served_on is not null then 'served' when decided_on is not null then 'decided' else 'open' end;
comment on column amendment.state is 'open, proposed, returned, decided or served: from its acts.';

alter table amendment_act add column command_id uuid;
comment on column amendment_act.command_id is 'A deed sent twice is done once; null in acts of earlier releases.';
comment on table amendment_act is '更正事项的经过: received, evidenced, proposed (拟稿送审), returned, decided (with the letter as issued) and served, sealed. Append-only; whoever writes locks the matter first.';
