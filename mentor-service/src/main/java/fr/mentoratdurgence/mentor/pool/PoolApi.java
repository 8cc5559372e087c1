package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.web.ReadOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mentors of a référent's territory, for programs. */
@RestController
@RequestMapping("${mentorat.api}/mentors")
class PoolApi {

    /** More than any page shows. */
    private static final int NAMES = 200;

    private final MentorBoard mentors;
    private final CompanionBook companions;
    private final IdentityBook identities;
    private final MentorActs acts;
    private final OperationRules rules;
    private final OperationDay day;

    record Review(@Nullable ReturnDecision decision) {}

    /** {@code temporaryPassword} is null where a letter lets the mentor in ({@code invited}). */
    record NewLogin(String username, @Nullable String temporaryPassword, boolean invited) {}

    PoolApi(
            MentorBoard mentors,
            CompanionBook companions,
            IdentityBook identities,
            MentorActs acts,
            OperationRules rules,
            OperationDay day) {
        this.mentors = mentors;
        this.companions = companions;
        this.identities = identities;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
    }

    /** A portion of a long list, who has waited longest first. */
    @GetMapping
    ResponseEntity<List<MentorJson>> list(
            Person person,
            @RequestParam(required = false) @Nullable MentorStatus status,
            @RequestParam(defaultValue = "") String after) {
        return ReadOn.answer(mentors.read(person, status, after).map(row -> MentorJson.of(row, rules, day.today())));
    }

    /**
     * What mentors are called, for the pages of the other services: by first and last name to the team, by first name to
     * a structure that is together with them; those erased or out of sight are left out.
     */
    @GetMapping("/names")
    ResponseEntity<Map<String, String>> names(Person person, @RequestParam(defaultValue = "") List<String> of) {
        boolean team = person.inTeam();
        List<String> asked = of.stream().limit(NAMES).toList();
        Map<String, String> names = new LinkedHashMap<>();
        identities
                .all(team ? mentors.visibleAmong(person, asked) : companions.togetherAmong(person, asked))
                .forEach((mentor, who) ->
                        names.put(mentor, team ? who.firstName() + " " + who.lastName() : who.firstName()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(names);
    }

    @GetMapping("/{mentor}")
    MentorJson one(Person person, @PathVariable String mentor) {
        return MentorJson.of(mentors.visibleTo(person, mentor), rules, day.today());
    }

    @PostMapping("/{mentor}/interview")
    MentorJson interview(
            Person person,
            @PathVariable String mentor,
            @RequestBody MentorActs.Interview body,
            Violations wrong,
            CommandContext context) {
        acts.interview(acts.on(person, mentor, context), body, wrong);
        return one(person, mentor);
    }

    @PostMapping("/{mentor}/proof")
    MentorJson proof(
            Person person,
            @PathVariable String mentor,
            @RequestBody MentorActs.ProofSeen body,
            Violations wrong,
            CommandContext context) {
        acts.proof(acts.on(person, mentor, context), body, wrong);
        return one(person, mentor);
    }

    @PostMapping("/{mentor}/minor-authorisation")
    MentorJson authorisation(
            Person person,
            @PathVariable String mentor,
            @RequestBody MentorActs.Authorisation body,
            Violations wrong,
            CommandContext context) {
        acts.authorisation(acts.on(person, mentor, context), body, wrong);
        return one(person, mentor);
    }

    /** Whether the person may be somebody who was set aside, in what, and what was decided; nothing = nobody. */
    @GetMapping("/{mentor}/possible-return")
    ResponseEntity<PossibleReturn> possibleReturn(Person person, @PathVariable String mentor) {
        PossibleReturn found = mentors.visibleTo(person, mentor).possibleReturn();
        return found == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(found);
    }

    @PostMapping("/{mentor}/possible-return")
    ResponseEntity<PossibleReturn> review(
            Person person, @PathVariable String mentor, @RequestBody Review body, CommandContext context) {
        acts.review(acts.on(person, mentor, context), body.decision());
        return possibleReturn(person, mentor);
    }

    @DeleteMapping("/{mentor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Person person, @PathVariable String mentor, CommandContext context) {
        acts.erase(acts.on(person, mentor, context));
    }

    @PostMapping("/{mentor}/account")
    ResponseEntity<NewLogin> account(Person person, @PathVariable String mentor, CommandContext context) {
        MentorActs.Act act = acts.on(person, mentor, context);
        return shownOnce(act, acts.openAccount(act));
    }

    @PostMapping("/{mentor}/account/password")
    ResponseEntity<NewLogin> password(Person person, @PathVariable String mentor, CommandContext context) {
        MentorActs.Act act = acts.on(person, mentor, context);
        return shownOnce(act, acts.renewPassword(act));
    }

    private static ResponseEntity<NewLogin> shownOnce(MentorActs.Act act, Login login) {
        boolean invited = MentorActs.isInvited(act.row());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new NewLogin(login.username(), invited ? null : login.temporaryPassword(), invited));
    }
}
