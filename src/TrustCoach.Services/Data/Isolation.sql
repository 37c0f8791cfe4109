-- Run after every migration, again and again without harm: the application role, and row-level security on every table
-- that has an organization_id, so that a table added later cannot be forgotten.
create or replace function current_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('trustcoach.organization', true), '')::uuid;

create or replace function reads_directory() returns boolean
  language sql stable parallel safe
  return current_setting('trustcoach.directory', true) = 'on';

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is append-only.';
end $$;

grant usage on schema public to trustcoach_app;
grant select, insert, update, delete on all tables in schema public to trustcoach_app;
grant usage, select on all sequences in schema public to trustcoach_app;
-- The keys that seal cookies are read by the owner alone.
revoke all on data_protection_keys from trustcoach_app;

do $$
declare
  name text;
  -- what sign-in and background work look up before they know the organization
  shared constant text[] := array['accounts', 'imports', 'organizations'];
begin
  for name in
    select c.table_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'organization_id' and t.table_type = 'BASE TABLE'
    union select 'organizations'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists organization on %I', name);
    if name = 'organizations' then
      execute format('create policy organization on %I using (id = current_organization() or reads_directory()) with check (id = current_organization())', name);
    elsif name = any(shared) then
      execute format('create policy organization on %I using (organization_id = current_organization() or reads_directory())', name);
    else
      execute format('create policy organization on %I using (organization_id = current_organization())', name);
    end if;
  end loop;
end $$;

revoke update, delete, truncate on audit_entries from trustcoach_app;
create or replace trigger audit_is_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
