-- 通知附件: the papers that go out with a notice on annual reports.

create table notice_attachment (
  agency_id uuid not null references agency (id),
  notice_id uuid not null,
  hash text not null,
  name text not null,
  media_type text not null,
  size int not null,
  added_by uuid not null,
  added_on date not null,
  primary key (agency_id, notice_id, hash),
  foreign key (agency_id, notice_id) references report_notice (agency_id, id)
);
comment on table notice_attachment is '通知附件, by content hash: the same file is there once. Every unit that was asked may read it.';
grant select, insert on notice_attachment to gongkai_app;
