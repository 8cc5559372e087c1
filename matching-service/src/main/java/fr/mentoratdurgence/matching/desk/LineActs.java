package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.PreMatchingRow;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.LoadRejection;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.SeatsRejection;
import fr.mentoratdurgence.matching.running.HandChoice;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.running.PreMatchings;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may do for a waiting line, the same for pages and API. */
@Component
class LineActs {
    private static final int MOST_CANDIDATES = 10;

    private final LineBoard lines;
    private final PairingBoard pairings;
    private final HandChoice choice;
    private final PreMatchings prematchings;
    private final Commands commands;
    private final PolicyVersions policies;
    private final Clock clock;
    private final Ids ids;

    LineActs(
            LineBoard lines,
            PairingBoard pairings,
            HandChoice choice,
            PreMatchings prematchings,
            Commands commands,
            PolicyVersions policies,
            Clock clock,
            Ids ids) {
        this.lines = lines;
        this.pairings = pairings;
        this.choice = choice;
        this.prematchings = prematchings;
        this.commands = commands;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
    }

    FreeLine line(String need, int line, Person person) {
        return visibleLine(need, line, person).orElseThrow(() -> new Rejection(SeatsRejection.NO_SUCH_NEED));
    }

    Optional<FreeLine> visibleLine(String need, int line, Person person) {
        return lines.line(need, line).filter(row -> person.covers(row.departement()));
    }

    /**
     * Proposes a mentor whom somebody chose: wishes that are not met and points are reported; seats, capacity and the
     * rules that protect the young person are kept all the same.
     */
    String match(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable String mentor,
            @Nullable ManualReason reason,
            Violations missing,
            Person person,
            CommandContext context) {
        String chosenNeed = present(need, "need", "choix.besoin.manquant", missing);
        String chosenMentor = present(mentor, "mentor", "choix.mentor.manquant", missing);
        Integer chosenLine = missing.need("line", line, "choix.ligne.manquante");
        ManualReason why = missing.need("reason", reason, "choix.motif.manquant");
        missing.throwIfAny();
        FreeLine row = line(chosenNeed, chosenLine, person);
        Policy policy = policies.active();
        Suggestion assessed =
                choice.assess(row, chosenMentor, policy).orElseThrow(() -> new Rejection(LoadRejection.NO_SUCH_MENTOR));
        return commands.send(
                Propose.of(ids.next("proposal"), assessed, Origin.MANUAL, policy, person.account(), clock.instant())
                        .because(why),
                context);
    }

    /** Asks named mentors first, one after the other, for one seat of the line; for the structure. */
    String prematch(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable List<String> mentors,
            Violations wrong,
            Person person,
            CommandContext context) {
        String chosenNeed = present(need, "need", "choix.besoin.manquant", wrong);
        if (line == null) {
            wrong.add("line", "choix.ligne.manquante");
        }
        List<String> candidates = mentors == null ? List.of() : mentors;
        if (candidates.isEmpty()) {
            wrong.add("mentors", "prematching.candidats.manquants");
        }
        if (candidates.size() > MOST_CANDIDATES) {
            wrong.add("mentors", "prematching.candidats.trop", MOST_CANDIDATES);
        }
        for (int i = 0; i < candidates.size(); i++) {
            String mentor = candidates.get(i);
            if (candidates.indexOf(mentor) < i) {
                wrong.add("mentors[" + i + "]", "prematching.candidat.double");
            } else if (choice.mentor(mentor).isEmpty()) {
                wrong.add("mentors[" + i + "]", "prematching.candidat.inconnu");
            }
        }
        wrong.throwIfAny();
        FreeLine row = line(chosenNeed, Objects.requireNonNull(line), person);
        String prematching = ids.next("prematching");
        return commands.send(
                new AskPreMatching(
                        prematching,
                        row.need(),
                        row.line(),
                        prematchings.proposals(prematching, row, candidates, person.account()),
                        person.account(),
                        clock.instant()),
                context);
    }

    PreMatchingRow prematching(String prematching, Person person) {
        return pairings.prematching(prematching)
                .filter(row -> person.covers(row.departement()))
                .orElseThrow(() -> new Rejection(SeatsRejection.NO_SUCH_PREMATCHING));
    }

    void withdraw(PreMatchingRow row, CommandContext context) {
        var _ = commands.send(new WithdrawPreMatching(row.prematching(), row.need()), context);
    }

    static String present(@Nullable String given, String field, String key, Violations missing) {
        if (given == null || given.isBlank()) {
            missing.add(field, key);
            return "";
        }
        return given;
    }
}
