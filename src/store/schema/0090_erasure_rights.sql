-- At the end of retention the sealed personal data of a case are replaced by an erased mark, also in tables that are otherwise
-- append-only: the application may rewrite their sealed columns, and nothing else of them.

do $$
declare
  place record;
begin
  for place in
    select c.table_name, c.column_name
    from information_schema.columns c
    where c.table_schema = 'public' and c.data_type = 'bytea'
      and exists (
        select from information_schema.columns k
        where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name in ('case_id', 'dispute_id'))
  loop
    execute format('grant update (%I) on %I to gongkai_app', place.column_name, place.table_name);
  end loop;
end $$;
