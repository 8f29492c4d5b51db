-- 对更正决定的复议、诉讼: a dispute file hangs on a request or on a matter of amendment.

alter table dispute
  alter column case_id drop not null,
  add column amendment_id uuid,
  add foreign key (agency_id, amendment_id) references amendment (agency_id, id),
  add constraint dispute_over_one check ((case_id is null) <> (amendment_id is null));
comment on table dispute is '争议卷: a complaint, a reconsideration or a suit over one decision on a request, or on an amendment of a record, with its own number; days that are due follow from its acts.';
create index dispute_amendment on dispute (agency_id, amendment_id);
