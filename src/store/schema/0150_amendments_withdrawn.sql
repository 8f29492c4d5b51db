-- 申请人撤回更正申请; 更正案卷移交国家档案馆.

alter table amendment add column withdrawn_on date;
comment on column amendment.withdrawn_on is '申请人撤回之日: the matter ends without a decision.';
comment on column amendment.state is 'open, proposed, returned, decided, served or withdrawn: from its acts.';

alter table amendment_volume add column transferred_on date, add column transferred_to text;
comment on column amendment_volume.transferred_to is '接收的档案馆, as for volumes of requests.';
grant update (transferred_on, transferred_to) on amendment_volume to gongkai_app;
