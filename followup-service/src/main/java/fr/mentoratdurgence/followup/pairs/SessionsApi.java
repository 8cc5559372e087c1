package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of a pair over HTTP. */
@RestController
@RequestMapping("/api/followup/v1/pairs/{pair}")
class SessionsApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final PairActs acts;
    private final SessionActs sessions;

    SessionsApi(PairActs acts, SessionActs sessions) {
        this.acts = acts;
        this.sessions = sessions;
    }

    record Held(
            @Nullable LocalDate heldOn,
            @Nullable Integer minutes,
            @Nullable Channel channel,
            @Nullable List<SupportKind> support,
            @Nullable Repeat repeat) {}

    record Missed(
            @Nullable LocalDate plannedOn,
            @Nullable Side missedBy,
            boolean excused,
            @Nullable Repeat repeat) {}

    record Correction(
            @Nullable LocalDate heldOn,
            @Nullable Integer minutes,
            @Nullable Channel channel,
            @Nullable List<SupportKind> support,
            @Nullable AmendmentReason reason) {}

    record Cancellation(@Nullable AmendmentReason reason) {}

    /** The id of what was logged, or of what it confirmed; the same for a request that was sent twice. */
    record Logged(String session) {}

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Logged held(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Held body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Session told = session(body.heldOn(), body.minutes(), body.channel(), body.support(), wrong);
        wrong.throwIfAny();
        return new Logged(sessions.log(act, told, asked(body.repeat())));
    }

    @PostMapping("/missed-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Logged missed(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Missed body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Absence told = new Absence(
                wrong.need("plannedOn", body.plannedOn(), MISSING),
                wrong.need("missedBy", body.missedBy(), MISSING),
                body.excused());
        wrong.throwIfAny();
        return new Logged(sessions.logMissed(act, told, asked(body.repeat())));
    }

    /** What is sent replaces all that was told of the session. */
    @PostMapping("/sessions/{session}/correction")
    Logged correct(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable String session,
            @RequestBody Correction body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Session told = session(body.heldOn(), body.minutes(), body.channel(), body.support(), wrong);
        AmendmentReason reason = wrong.need("reason", body.reason(), MISSING);
        wrong.throwIfAny();
        sessions.correct(act, session, told, reason);
        return new Logged(session);
    }

    /** Of a session or an absence. */
    @PostMapping("/sessions/{session}/cancellation")
    Logged cancel(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable String session,
            @RequestBody Cancellation body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        AmendmentReason reason = wrong.need("reason", body.reason(), MISSING);
        wrong.throwIfAny();
        sessions.cancel(act, session, reason);
        return new Logged(session);
    }

    private static Session session(
            @Nullable LocalDate heldOn,
            @Nullable Integer minutes,
            @Nullable Channel channel,
            @Nullable List<SupportKind> support,
            Violations wrong) {
        LocalDate day = wrong.need("heldOn", heldOn, MISSING);
        var _ = wrong.need("minutes", minutes, MISSING);
        if (minutes != null && !SessionRules.lasts(minutes)) {
            wrong.add("minutes", "suivi.erreur.minutes", SessionRules.LONGEST_SESSION_MINUTES);
        }
        Channel how = wrong.need("channel", channel, MISSING);
        return new Session(day, minutes == null ? 0 : minutes, how, support == null ? List.of() : support);
    }

    private static Repeat asked(@Nullable Repeat repeat) {
        return repeat == null ? Repeat.ASK : repeat;
    }
}
