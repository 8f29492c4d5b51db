-- 不再处理告知书 is to be served like a reply: until then the case is work for somebody.
drop index request_case_unfinished;
create index request_case_unfinished on request_case (agency_id, next_due_on)
  where closed_on is null or phase = 'replied' or (phase = 'lapsed' and served_on is null);
