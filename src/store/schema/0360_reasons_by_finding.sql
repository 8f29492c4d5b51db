-- 说明: a reason stood for all findings of its code; now for the very numbers or words it was given for.

update report r
set explained = coalesce((
  select jsonb_object_agg(concat_ws(' ', f ->> 'code', f ->> 'column', f ->> 'expected', f ->> 'found', left(f ->> 'words', 80)),
    r.explained -> (f ->> 'code'))
  from jsonb_array_elements(r.findings) f where r.explained ? (f ->> 'code')), '{}')
where r.explained <> '{}';

update report_submission s
set explained = coalesce((
  select jsonb_object_agg(concat_ws(' ', f ->> 'code', f ->> 'column', f ->> 'expected', f ->> 'found', left(f ->> 'words', 80)),
    s.explained -> (f ->> 'code'))
  from jsonb_array_elements(s.findings) f where s.explained ? (f ->> 'code')), '{}')
where s.explained <> '{}';

comment on column report.explained is '说明: reasons by what they are given for: code, column and numbers, or code and words of a finding.';
