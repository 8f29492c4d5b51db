-- The role that the application works as. The tables belong to the role of the connection's address, which migrates; every
-- session of the application does SET ROLE gongkai_app and has only the rights granted to it: acts and audit entries can be
-- added and read, never changed or deleted.

do $$
begin
  if not exists (select from pg_roles where rolname = 'gongkai_app') then
    create role gongkai_app nologin;
  end if;
  -- Needed by SET ROLE, also by whoever created the role (PostgreSQL 16).
  if not pg_has_role(current_user, 'gongkai_app', 'member') then
    execute format('grant gongkai_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to gongkai_app;
