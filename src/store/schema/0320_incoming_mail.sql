-- 登记簿 finds a case also by the number of the letter that brought it, and calls it as it is worded since its correction.

create table incoming_mail (
  agency_id uuid not null references agency (id),
  case_id uuid not null,
  number text not null,
  noted_by uuid not null,
  noted_on date not null,
  noted_at timestamptz not null,
  primary key (agency_id, case_id, noted_at),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table incoming_mail is '来件号: the number of the registered or express letter in which a request came, by whom and when it was noted. The last one counts; the others were copied wrongly and stay to be read. Removed when the volume is destroyed.';
grant select, insert, delete on incoming_mail to gongkai_app;

alter table request_case add column incoming_number text not null default '';
comment on column request_case.incoming_number is '来件号 as last noted; empty where there is none.';
alter table request_case add column subject_now bytea;
comment on column request_case.subject_now is 'Sealed: what is asked for since the correction, in one line without persons. Lists show it in place of the subject; null where that stands.';

drop index request_case_grams;
drop function request_grams (uuid, text, text);
create function request_grams(agency uuid, number text, subject text, incoming text) returns text[]
  language sql immutable parallel safe cost 2000
  return (
    select array_agg(distinct pair)
    from (
      select substr(lower(part), at, 2) as pair
      from unnest(array[number, subject, incoming]) as part, generate_series(1, length(part) - 1) as at
      union all
      select agency::text
    ) as pairs
  );
comment on function request_grams is 'Pairs of letters by which the register is searched.';
create index request_case_grams on request_case using gin (request_grams(agency_id, number, subject, incoming_number));
