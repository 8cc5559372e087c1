package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadRejection;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludeMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReleaseMentor;
import fr.mentoratdurgence.matching.running.DryRun;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the team alone sees and does: who is held back, what a run would bring, how much each référent follows. */
@Component
class OversightActs {
    /** Pairs that an account follows, and how many the policy allows; 0 = no limit. */
    record Load(String account, int pairs, int limit) {}

    /** @param policy a published version; null = the active one */
    record DryAsked(@Nullable Integer policy) {}

    /** @param run the run that is run again */
    record ReplayAsked(String run) {}

    private final PairingBoard board;
    private final Commands commands;
    private final PolicyVersions policies;
    private final Runs runs;
    private final Clock clock;

    OversightActs(PairingBoard board, Commands commands, PolicyVersions policies, Runs runs, Clock clock) {
        this.board = board;
        this.commands = commands;
        this.policies = policies;
        this.runs = runs;
        this.clock = clock;
    }

    /** Who is held back until a coordinator decides, in the person's territory. */
    List<HeldRow> held(Person person) {
        return board.held(person);
    }

    /** The mentor may be proposed again. */
    void release(String mentor, @Nullable ReleaseReason reason, Person person, CommandContext context) {
        if (!board.isHeld(mentor, person)) {
            throw new Rejection(LoadRejection.MENTOR_NOT_HELD);
        }
        if (reason == null) {
            new Violations().add("reason", "retenus.motif.manquant").throwIfAny();
        }
        var _ = commands.send(
                new ReleaseMentor(mentor, Objects.requireNonNull(reason), person.account(), clock.instant()), context);
    }

    /** The mentor is excluded for good. */
    void exclude(String mentor, @Nullable BanReason reason, Person person, CommandContext context) {
        if (!board.isHeld(mentor, person)) {
            throw new Rejection(LoadRejection.MENTOR_NOT_HELD);
        }
        if (reason == null) {
            new Violations().add("exclusion", "retenus.exclusion.manquant").throwIfAny();
        }
        var _ = commands.send(
                new ExcludeMentor(mentor, Objects.requireNonNull(reason), person.account(), clock.instant()), context);
    }

    /** What a run would bring: the lines of the person's territory, the audiences of all. */
    DryRun dryRun(@Nullable Integer policyVersion, Person person) {
        DryRun all = runs.dry(policyVersion);
        return new DryRun(
                all.policyVersion(),
                all.inputPosition(),
                all.openProposals(),
                all.gains().stream()
                        .filter(gain -> person.covers(gain.line().departement()))
                        .toList(),
                all.waits().stream()
                        .filter(wait -> person.covers(wait.line().departement()))
                        .toList(),
                all.audiences(),
                all.certified());
    }

    /** How many pairs each référent follows: a référent sees the own number, a coordinator all, the most first. */
    List<Load> loads(Person person, Page page) {
        int limit = policies.active().referentLoadLimit();
        return person.has("coordinator")
                ? board.referentLoads(page).stream()
                        .map(load -> new Load(load.account(), load.pairs(), limit))
                        .toList()
                : List.of(new Load(person.account(), board.referentLoad(person.account()), limit));
    }

    /** A portion of the same, by account. */
    Portion<Load> read(Person person, String after) {
        int limit = policies.active().referentLoadLimit();
        return person.has("coordinator")
                ? board.readLoads(after).map(load -> new Load(load.account(), load.pairs(), limit))
                : Portion.whole(List.of(new Load(person.account(), board.referentLoad(person.account()), limit)));
    }

    /** How many {@link #loads} finds on all pages. */
    int countLoads(Person person) {
        return person.has("coordinator") ? board.countReferentLoads() : 1;
    }
}
