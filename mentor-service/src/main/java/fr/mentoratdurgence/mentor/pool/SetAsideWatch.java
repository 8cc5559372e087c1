package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.contracts.followup.v1.MentorProtected;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.identity.Likeness;
import fr.mentoratdurgence.mentor.identity.SetAside;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.NoticePossibleReturn;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears that a pair was interrupted to protect a young person: the mentor is recognised from then on, also under a
 * second file that is here already.
 */
@Component
class SetAsideWatch {
    private static final String SAFEGUARDING = "SAFEGUARDING";

    private final SetAside setAside;
    private final IdentityBook identities;
    private final Commands commands;
    private final JdbcClient db;
    private final OperationDay day;

    private record File(String mentor, String departement) {}

    SetAsideWatch(SetAside setAside, IdentityBook identities, Commands commands, JdbcClient db, OperationDay day) {
        this.setAside = setAside;
        this.identities = identities;
        this.commands = commands;
        this.db = db;
        this.day = day;
    }

    /** A pair stopped before its time. */
    void interrupted(PairInterrupted pair, ReceivedEvent event) {
        if (!pair.reason().equals(SAFEGUARDING)) {
            ended(pair.mentor());
            return;
        }
        hold(pair.mentor(), event);
    }

    /** The mentor was held to protect young people; where a pair ended with it, its interruption says so itself. */
    void isProtected(MentorProtected fact, ReceivedEvent event) {
        if (fact.pair() == null) {
            hold(fact.mentor(), event);
        }
    }

    private void hold(String mentor, ReceivedEvent event) {
        if (!setAside.hold(mentor, event.time())) {
            return;
        }
        // who was found to be somebody else is that once for all; whoever may return is looked at again
        List<File> files = db.sql("""
                select mentor, departement from mentor_row
                where status in ('APPLIED', 'ACTIVE') and mentor <> :mentor and (return_of is null
                or return_decision = 'MAY_RETURN' or return_decision = 'OTHER_PERSON' and return_of <> :mentor)""").param("mentor", mentor).query(File.class).list();
        Map<String, Identity> people =
                identities.all(files.stream().map(File::mentor).toList());
        CommandContext context = CommandContext.causedBy(event, "mentor");
        files.forEach(file -> {
            Identity person = people.get(file.mentor());
            Set<Likeness> by = person == null ? Set.of() : setAside.likeness(person, file.departement(), mentor);
            if (!by.isEmpty()) {
                String _ = commands.send(
                        new NoticePossibleReturn(file.mentor(), mentor, List.copyOf(by), day.today()),
                        context.child(file.mentor()));
            }
        });
    }

    /** A coordinator let the mentor be proposed again, for whatever reason. */
    void released(MentorReleased fact, ReceivedEvent event) {
        setAside.release(fact.mentor(), event.time());
    }

    /** A pair or a trial of the mentor is over, and nothing speaks against him or her. */
    void ended(String mentor) {
        setAside.pairEnded(mentor);
    }
}
