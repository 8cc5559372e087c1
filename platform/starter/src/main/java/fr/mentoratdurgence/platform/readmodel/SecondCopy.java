package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.sealing.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The second copy of a read model: the same tables in a schema of their own, with the same names for their indexes and
 * constraints, so that nobody can tell them from the old ones once they stand in their place.
 */
final class SecondCopy {
    /** What makes a table like the live one, in the order in which it has to be said. */
    private static final String STATEMENTS = """
            with live as (
                select c.oid, c.relname, c.reloptions, c.relowner, c.relacl, n.nspname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = current_schema() and c.relname in (:tables))
            select statement from (
                select relname, 1 as step, format('create table %1$I.%2$I (like %3$I.%2$I including all excluding indexes)%4$s',
                    :copy, relname, nspname, ' with (' || array_to_string(reloptions, ', ') || ')') as statement from live
                union all
                select relname, 2, format('alter table %I.%I add constraint %I %s',
                    :copy, relname, k.conname, pg_get_constraintdef(k.oid))
                from live join pg_constraint k on k.conrelid = live.oid and k.contype in ('p', 'u', 'x')
                union all
                select relname, 3, replace(pg_get_indexdef(i.indexrelid),
                    format(' ON %I.%I ', nspname, relname), format(' ON %I.%I ', :copy, relname))
                from live join pg_index i on i.indrelid = live.oid
                where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = live.oid)
                union all
                select relname, 4, format('comment on table %I.%I is %L', :copy, relname, obj_description(oid, 'pg_class'))
                from live where obj_description(oid, 'pg_class') is not null
                union all
                select relname, 5, format('grant %s on %I.%I to %s%s', a.privilege_type, :copy, relname,
                    case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
                    case when a.is_grantable then ' with grant option' else '' end)
                from live, aclexplode(relacl) a where a.grantee <> relowner
            ) all_of_them order by relname, step, statement""";

    private static final String COLUMNS = """
            select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where n.nspname = current_schema() and c.relname in (:tables)
            union all
            select concat_ws(' ', c.relname, k.conname, pg_get_constraintdef(k.oid))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'c'
            where n.nspname = current_schema() and c.relname in (:tables)
            order by 1""";

    /** What a copy would lose, or would not be allowed to do. */
    private static final String OBSTACLES = """
            with wanted as (select unnest(array[:tables]) as relname),
            live as (
                select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = current_schema() and c.relname in (:tables))
            select relname || ' does not exist' from wanted where relname not in (select relname from live)
            union all select relname || ' is not a plain table' from live
                where relkind <> 'r' or relpersistence <> 'p' or relispartition or relrowsecurity
                    or exists (select 1 from pg_inherits where inhparent = live.oid or inhrelid = live.oid)
            union all select relname || ' belongs to another role' from live
                where not pg_has_role(current_user, relowner, 'usage')
            union all select relname || ' has the trigger ' || tgname from live join pg_trigger on tgrelid = live.oid
                where not tgisinternal
            union all select relname || ' is tied by the foreign key ' || conname
                from live join pg_constraint on live.oid in (conrelid, confrelid) where contype = 'f'
            union all select distinct live.relname || ' is read by the view ' || v.relname
                from live join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = live.oid
                    and d.classid = 'pg_rewrite'::regclass
                join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
            union all select live.relname || ' takes numbers from the sequence ' || s.relname || ' of its own: make it an identity'
                from live join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = live.oid
                    and d.classid = 'pg_class'::regclass and d.deptype = 'a'
                join pg_class s on s.oid = d.objid and s.relkind = 'S'
            union all select 'this role may not make a schema in its database'
                where not has_database_privilege(current_database(), 'create')
            union all select 'this role may not put a table into the schema ' || current_schema()
                where not has_schema_privilege(current_schema(), 'create')
            union all select 'this role may not hold back who appends to domain_event (grant maintain)'
                where not has_table_privilege('domain_event', 'maintain, update, delete, truncate')""";

    private final JdbcClient db;
    private final String name;
    private final List<String> tables;

    SecondCopy(JdbcClient db, String readModel, List<String> tables) {
        this.db = db;
        this.name = "rebuild_" + readModel.replace('-', '_');
        this.tables = tables;
    }

    List<String> obstacles() {
        return db.sql(OBSTACLES).param("tables", tables).query(String.class).list();
    }

    /** A digest of all that there is to say about the live tables: two copies of the same shape are alike. */
    String shape() {
        List<String> all = new ArrayList<>(statements());
        all.addAll(db.sql(COLUMNS).param("tables", tables).query(String.class).list());
        return Sha256.hex(String.join("\n", all));
    }

    private List<String> statements() {
        return db.sql(STATEMENTS)
                .params(Map.of("tables", tables, "copy", name))
                .query(String.class)
                .list();
    }

    boolean exists() {
        return db.sql("select to_regnamespace(?) is not null")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** Makes it anew, empty. */
    void create() {
        drop();
        say("create schema " + name);
        statements().forEach(this::say);
    }

    void drop() {
        say("drop schema if exists " + name + " cascade");
    }

    /** From here on in this transaction the names of the tables mean those of the copy; returns the path to go back. */
    String enter() {
        String path = db.sql("select current_setting('search_path')")
                .query(String.class)
                .single();
        look(name + ", " + path);
        return path;
    }

    /** The names of the tables mean the live ones again. */
    void leave(String path) {
        look(path);
    }

    private void look(String path) {
        var _ = db.sql("select set_config('search_path', ?, true)")
                .param(path)
                .query(String.class)
                .single();
    }

    /** Tables besides the copy's that this transaction writes to: whoever writes holds such a lock until its end. */
    List<String> strangers() {
        return db.sql("""
                select c.relname from pg_locks l join pg_class c on c.oid = l.relation
                join pg_namespace n on n.oid = c.relnamespace
                where l.locktype = 'relation' and l.pid = pg_backend_pid() and c.relkind = 'r'
                    and l.mode in ('RowExclusiveLock', 'AccessExclusiveLock')
                    and n.nspname not in (?, 'pg_catalog') and c.relname <> 'read_model_rebuild'
                order by 1""").param(name).query(String.class).list();
    }

    /** Fresh tables have no statistics, and the first queries would be planned blindly. */
    List<String> tidyingUp() {
        return tables.stream()
                .map(table -> "vacuum (analyze) " + name + "." + table)
                .toList();
    }

    /**
     * Puts the copy in the place of the live tables, whatever their size: only names move. Readers wait for it.
     *
     * @param shape of the live tables when the copy was made
     */
    void takeOver(String shape) {
        String live = db.sql("select quote_ident(current_schema())")
                .query(String.class)
                .single();
        String all = tables.stream().map(table -> live + "." + table).collect(Collectors.joining(", "));
        say("lock table " + all + " in access exclusive mode");
        if (!shape.equals(shape())) {
            throw new IllegalStateException("the live tables have changed since the copy was made");
        }
        say("drop table " + all);
        tables.forEach(table -> say("alter table " + name + "." + table + " set schema " + live));
        drop();
    }

    private void say(String statement) {
        var _ = db.sql(statement).update();
    }
}
