package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who the référents and coordinators are. Sealed at rest; a row erased is a name forgotten. */
public final class StaffNames {
    private final JdbcClient db;
    private final StaffBook book;
    private final PersonalDataCipher cipher;
    private final PersonalDataDetector detector;
    private final Clock clock;

    /** Who was here once; the name is empty where this person wants to be named nowhere. */
    private record Member(Optional<String> name) {}

    StaffNames(JdbcClient db, StaffBook book, PersonalDataCipher cipher, PersonalDataDetector detector, Clock clock) {
        this.db = db;
        this.book = book;
        this.cipher = cipher;
        this.detector = detector;
        this.clock = clock;
    }

    /**
     * Keeps the name that this person's token shows; writes only when it is new or has changed. An address, a number or
     * anything else that is more than a name is shown to nobody.
     */
    public void remember(Person person) {
        String name = person.displayName();
        if (name.isBlank()
                || member(person.account())
                        .flatMap(Member::name)
                        .filter(name::equals)
                        .isPresent()) {
            return;
        }
        if (!detector.scan(name, TextPlace.PERSON).isEmpty()) {
            erase(person.account());
            return;
        }
        db.sql("""
                insert into staff_member(account, sealed_name, updated_at) values (:account, :name, :now)
                on conflict (account) do update set sealed_name = :name, updated_at = :now""")
                .param("account", person.account())
                .param("name", cipher.seal(name, person.account()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The name behind an account: as this person logged in, or as the team's book has it; empty once erased. */
    public Optional<String> name(String account) {
        return member(account)
                .map(Member::name)
                .orElseGet(() -> book.under(account).map(Colleague::name));
    }

    private Optional<Member> member(String account) {
        return db.sql("select sealed_name from staff_member where account = ?")
                .param(account)
                .query((row, _) -> new Member(Optional.ofNullable(row.getString("sealed_name"))
                        .map(envelope -> cipher.open(envelope, account))))
                .optional();
    }

    /** Whether this structure deals with that account: it follows a need of theirs, or a pair. */
    boolean follows(String account, String structure) {
        return db.sql("""
                select exists (select 1 from known_need
                               where structure = :structure and referent = :account and status <> 'WITHDRAWN')
                    or exists (select 1 from pair where structure = :structure and referent = :account)""")
                .param("structure", structure)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Whether that account follows this need. */
    boolean followsNeed(String account, String need) {
        return db.sql("""
                select exists (select 1 from known_need
                               where need = :need and referent = :account and status <> 'WITHDRAWN')""")
                .param("need", need)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** The names of who else is here, by account: who may stand in. */
    Map<String, String> colleagues(String account) {
        Map<String, String> names = new LinkedHashMap<>();
        db.sql("""
                select account from staff_member m where account <> :own and not exists (
                    select 1 from staff_place p where p.account = m.account and p.left_on is not null)
                union
                select account from staff_place
                where account <> :own and left_on is null and role in ('REFERENT', 'COORDINATOR')
                order by account limit 200""")
                .param("own", account)
                .query(String.class)
                .list()
                .forEach(other -> name(other).ifPresent(name -> names.put(other, name)));
        return names;
    }

    /** Forgets the name, and shows that of the team's book no longer; the facts keep the pseudonymous account. */
    public void erase(String account) {
        forget(account);
        db.sql("""
                insert into staff_member(account, sealed_name, updated_at)
                select account, null, :now from staff_place where account = :account and left_on is null""")
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who is no longer in the team. */
    void forget(String account) {
        db.sql("delete from staff_member where account = ?").param(account).update();
    }
}
