-- Who may do what, said again after every migration. The role that migrates keeps what is only ever appended to (a
-- trigger *_append_only says which tables these are): the role that the application connects with may read and append
-- there, never change or delete. All other tables belong to the application, which rebuilds its read models by renaming.
-- Nothing is touched that is as it should be, so that an instance starts beside others without waiting for them.
do $roles$
declare
    application name := '${application}';
    relation record;
begin
    perform set_config('search_path', 'pg_catalog', true);
    perform pg_advisory_xact_lock(hashtext('mentorat roles'));
    if application = current_user then
        return; -- a single role cannot be kept from anything: the application refuses to start with it
    end if;
    if not has_schema_privilege(application, 'public', 'create') then
        execute format('grant usage, create on schema public to %I', application);
    end if;
    for relation in
        select c.oid, c.oid::regclass as name, c.relname,
               exists(select from pg_trigger t
                      where t.tgrelid = c.oid and t.tgname like '%\_append\_only') as append_only,
               exists(select from pg_trigger t where t.tgrelid = c.oid and t.tgtype & 32 <> 0) as keeps_rows
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and c.relowner = current_user::regrole and c.relname <> 'flyway_schema_history'
    loop
        if not relation.append_only then
            execute format('alter table %s owner to %I', relation.name, application);
            continue;
        end if;
        if not relation.keeps_rows then
            execute format('create trigger %I before truncate on %s for each statement execute function public.refuse_change()',
                    relation.relname || '_no_truncate', relation.name);
        end if;
        -- maintain: to lock out other writers for a moment; it changes no row
        if not (has_table_privilege(application, relation.oid, 'select')
                and has_table_privilege(application, relation.oid, 'insert')
                and has_table_privilege(application, relation.oid, 'maintain')) then
            execute format('grant select, insert, maintain on table %s to %I', relation.name, application);
        end if;
    end loop;
end $roles$;
