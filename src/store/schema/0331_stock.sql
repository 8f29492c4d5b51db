-- 存量检查: what is published is read again every night by the rules of the day; what was found in it, and what became of that.

create table stock_scan (
  begun_on date primary key,
  begun_at timestamptz not null default now(),
  after_agency uuid,
  after_document uuid,
  documents int not null default 0,
  findings int not null default 0,
  done_at timestamptz
);
comment on table stock_scan is '一次存量检查: how far it has got; one that was cut off goes on from there.';
grant select, insert, update on stock_scan to gongkai_app;

create table stock_finding (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  place text not null,
  kind text not null,
  what text not null,
  mark text not null,
  grave boolean not null,
  count int not null,
  found_on date not null,
  state text not null,
  closed_on date,
  closed_by_name text,
  because text,
  primary key (agency_id, id),
  unique (agency_id, document_id, place, kind, what, mark),
  foreign key (agency_id, document_id) references document (agency_id, id)
);
comment on table stock_finding is '存量检查的发现: where in which document, and of which kind; never what stands there.';
comment on column stock_finding.mark is 'A keyed digest of the lines in which it stands and of the rule by which it was found: another line, or another rule, is another finding.';
comment on column stock_finding.grave is 'It may not stay: numbers of persons, marks of classification, a 公示 that is over.';
comment on column stock_finding.state is 'open, gone (the text no longer has it), faultless (somebody looked and said why it may stay).';
create index stock_finding_open on stock_finding (agency_id, grave desc, found_on) where state = 'open';
create index stock_finding_closed on stock_finding (agency_id, closed_on desc) where state <> 'open';
grant select, insert, update on stock_finding to gongkai_app;
