-- 内部时限随法定期限: it rests while the clock stands still and is set anew when the clock runs again.

alter table request_case add column section_lead int;
comment on column request_case.section_lead is '内部时限 in working days before the statutory day; null where there is none, or where it is a day of its own that moves with nothing.';
comment on column request_case.section_due_on is '内部时限 of the section that has the case now; null while the statutory clock stands still. Never counted by the law.';
