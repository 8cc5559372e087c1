package fr.mentoratdurgence.mentor.space;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.mentor.pool.MentorBoard;
import fr.mentoratdurgence.mentor.pool.MentorJson;
import fr.mentoratdurgence.mentor.pool.MentorRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.letters.Letters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mentor's own data and acts, for programs. */
@RestController
@RequestMapping("${mentorat.api}/mentors/me")
class OwnApi {
    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final Letters letters;
    private final OwnActs acts;
    private final OperationRules rules;
    private final OperationDay day;

    /** All that is held of a person: what happened, and who it is. */
    record Own(
            MentorJson mentor,
            @Nullable Identity identity,
            int currentCharter,
            List<AccessLog.Reading> readings,
            List<Letters.Kept> letters) {}

    record Charter(@Nullable Integer version) {}

    record Training(@Nullable String module) {}

    record Withdrawal(@Nullable WithdrawalReason reason) {}

    OwnApi(
            MentorBoard mentors,
            IdentityBook identities,
            AccessLog accesses,
            Letters letters,
            OwnActs acts,
            OperationRules rules,
            OperationDay day) {
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.letters = letters;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
    }

    @GetMapping
    Own me(Person person) {
        MentorRow row = mentors.self(person);
        return new Own(
                MentorJson.of(row, rules, day.today()),
                identities.find(row.mentor()).orElse(null),
                rules.charterVersion(),
                accesses.readings(row.mentor()),
                letters.kept(row.mentor()));
    }

    @PostMapping("/charter")
    Own charter(Person person, @RequestBody Charter body, Violations wrong, CommandContext context) {
        Integer version = wrong.need("version", body.version(), "dossier.version.manque");
        wrong.throwIfAny();
        acts.acceptCharter(person, version, context);
        return me(person);
    }

    @PostMapping("/training")
    Own training(Person person, @RequestBody Training body, Violations wrong, CommandContext context) {
        String module = wrong.need("module", body.module(), "dossier.module.manque");
        wrong.throwIfAny();
        acts.completeTraining(person, module, context);
        return me(person);
    }

    @PostMapping("/withdrawal")
    Own withdraw(Person person, @RequestBody Withdrawal body, Violations wrong, CommandContext context) {
        WithdrawalReason reason = wrong.need("reason", body.reason(), "dossier.reason.manque");
        wrong.throwIfAny();
        acts.withdraw(person, reason, context);
        return me(person);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Person person, CommandContext context) {
        acts.erase(person, context);
    }
}
