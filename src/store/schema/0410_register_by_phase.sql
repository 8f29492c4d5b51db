-- The register narrowed to one phase, in the order of what is due: its first page and its count stand together.
create index request_case_by_phase on request_case
  (agency_id, phase, (closed_on is not null), next_due_on, number_year desc, number_serial desc);
