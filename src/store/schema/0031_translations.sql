-- 藏文译文: of letters to requesters who wrote in Tibetan.

create table letter_translation (
  agency_id uuid not null references agency (id),
  letter_id uuid not null,
  state text not null default 'pending',
  sealed bytea,
  entered_by uuid,
  entered_at timestamptz,
  checked_by uuid,
  checked_at timestamptz,
  returned_because text,
  primary key (agency_id, letter_id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);
comment on table letter_translation is '藏文译文: pending, entered, returned or checked. The text is kept byte for byte, sealed; who enters it and who checks it are two people. Once checked it never changes.';
create index letter_translation_open on letter_translation (agency_id, state) where state <> 'checked';
grant select, insert, update on letter_translation to gongkai_app;
