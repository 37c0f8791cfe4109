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
  shared constant text[] := array['accounts', 'imports', 'organizations', 'rule_jobs'];
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

-- A search by letters cannot use its index beneath row-level security, because Postgres trusts no operator on text with rows that
-- may not be seen. So one role, which nobody can be, reads names and ids of all organizations, in functions that begin with the
-- current organization and give ids back. Two letters or one have no trigram: they find beginnings of words.
grant select (organization_id, id, search) on customers to trustcoach_finder;
grant select (organization_id, customer_id, search) on contacts to trustcoach_finder;
grant usage on schema public to trustcoach_finder;
drop policy if exists finder on customers;
create policy finder on customers for select to trustcoach_finder using (true);
drop policy if exists finder on contacts;
create policy finder on contacts for select to trustcoach_finder using (true);

create or replace function customers_named(term text) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  letters constant text := replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_');
  patterns constant text[] := case when length(term) < 3 then array[letters || '%', '% ' || letters || '%'] else array['%' || letters || '%'] end;
begin
  -- Planned anew for each term: how many names have it decides which index is the better one.
  return query execute '
    select id from customers where organization_id = $1 and search like any ($2)
    union
    select customer_id from contacts where organization_id = $1 and search like any ($2)' using current_organization(), patterns;
end $$;

-- Loads the extension: before, Postgres lets only a superuser name its setting.
select word_similarity('', '');
create or replace function customers_alike(term text) returns table (customer_id uuid, likeness real)
  language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.3 rows 100 as $$
begin
  return query execute '
    select found.id, max(found.likeness) from (
      select id, word_similarity($2, search) as likeness from customers where organization_id = $1 and search %> $2
      union all
      select customer_id, 0::real from contacts where organization_id = $1 and search %> $2) found
    group by found.id' using current_organization(), term;
end $$;

do $$
declare
  finder constant text[] := array['customers_named(text)', 'customers_alike(text)'];
  name text;
begin
  -- Who gives a function away must find the new owner able to make one; a superuser alone need not.
  grant create on schema public to trustcoach_finder;
  foreach name in array finder loop
    execute format('alter function %s owner to trustcoach_finder', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to trustcoach_app', name);
  end loop;
  revoke create on schema public from trustcoach_finder;
end $$;
