-- 零报告核对: each way by which a request (or a permit) can come, looked at one by one, by whom and when.
alter table report add column zero jsonb not null default '[]';
comment on column report.zero is '零报告核对: the ways in that somebody looked at before a zero was believed: key, by, on.';
