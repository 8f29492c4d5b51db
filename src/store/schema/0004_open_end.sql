-- 期限待定: why the last day can't be named yet, so that lists can say it.

alter table request_case add column open_end text;
comment on column request_case.open_end is 'consultation or calendar while a running limit has no known last day, else null; from the fold.';
