-- 年度报告的公布 (条例第四十九条): why a published report was corrected, what the register says of the replies' days, and the signed and sealed copy.

alter table report add column restated_because text not null default '';
comment on column report.restated_because is '更正原因: of a version that takes the place of a published one; printed beside the cells that changed.';

alter table report add column timeliness jsonb;
comment on column report.timeliness is '答复时限情况: replies of the year within and after their day, counted when the report was published; null of an imported report and of one that adds up units.';

create index report_by_publication on report (published_on desc, agency_id) where state = 'published';

create table report_signed_copy (
  agency_id uuid not null,
  year int not null,
  version int not null,
  seq int not null,
  hash text not null,
  size int not null,
  signed_on date not null,
  kept_on date not null,
  kept_by uuid not null,
  primary key (agency_id, year, version, seq),
  foreign key (agency_id, year, version) references report (agency_id, year, version)
);
create index report_signed_copy_by_hash on report_signed_copy (hash);
comment on table report_signed_copy is '盖章扫描件: the signed and sealed copy beside a published version, as it was brought in. The last one counts; earlier ones stay on record.';

grant select, insert on report_signed_copy to gongkai_app;
