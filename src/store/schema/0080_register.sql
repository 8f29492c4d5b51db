-- 登记簿 at scale: a page of an agency with hundreds of thousands of cases is read from one index, in the order it is shown in.

alter table request_case add column watches jsonb not null default '[]';
comment on column request_case.watches is '例外: what goes wrong, or has to be looked after, from which day on ([{kind, since, party?}]); from the fold.';

-- Every two neighbouring letters of number and subject: Chinese has no blanks between words, so whatever two letters or more
-- somebody looks for are found as pairs, without a dictionary. The agency stands among them, so that one index finds both.
create function request_grams(agency uuid, number text, subject text) returns text[]
  language sql immutable parallel safe cost 2000
  return (
    select array_agg(distinct pair)
    from (
      select substr(lower(part), at, 2) as pair
      from unnest(array[number, subject]) as part, generate_series(1, length(part) - 1) as at
      union all
      select agency::text
    ) as pairs
  );
comment on function request_grams is 'Pairs of letters by which the register is searched.';
create index request_case_grams on request_case using gin (request_grams(agency_id, number, subject));

drop index request_case_open;
drop index request_case_received;
-- Whatever the register is narrowed by stands in each index, so that rows that don't fit are passed over without being read.
create index request_case_by_due on request_case
  (agency_id, (closed_on is not null), next_due_on, number_year desc, number_serial desc)
  include (id, phase, via, section_id, officer_id, outcome, received_on, closed_on);
create index request_case_by_received on request_case
  (agency_id, received_on desc, number_year desc, number_serial desc)
  include (id, phase, via, section_id, officer_id, outcome, next_due_on, closed_on);
create index request_case_by_number on request_case
  (agency_id, number_year desc, number_serial desc)
  include (id, phase, via, section_id, officer_id, outcome, received_on, next_due_on, closed_on);
create index request_case_unfinished on request_case (agency_id, next_due_on) where closed_on is null or phase = 'replied';
create index request_case_watched on request_case (agency_id) where watches <> '[]';
