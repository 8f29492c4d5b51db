-- 上年问题的改进情况: what became of each problem that last year's report named.

alter table report add column answers jsonb not null default '[]';
comment on column report.answers is '上年问题的改进情况 ([{problem, answer}]); printed as the last paragraph of section 五.';
