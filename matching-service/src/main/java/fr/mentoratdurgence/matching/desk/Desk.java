package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.LoadRejection;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalRejection;
import fr.mentoratdurgence.matching.proposing.SeatsRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may see and do here; the same for pages and API. */
@Component
class Desk {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Board board;
    private final Commands commands;
    private final Policy policy;
    private final Clock clock;
    private final Ids ids;

    Desk(Board board, Commands commands, Policy policy, Clock clock, Ids ids) {
        this.board = board;
        this.commands = commands;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
    }

    static boolean inTeam(Person person) {
        return person.has("referent") || person.has("coordinator");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    /** A proposal of the person's territory, or to this very mentor. */
    ProposalRow proposal(String proposal, Person person) {
        return board.proposal(proposal)
                .filter(row -> inTerritory(row, person) || own(row, person))
                .orElseThrow(() -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL));
    }

    List<ProposalRow> proposals(ProposalRow.@Nullable Status status, Person person) {
        return (status == null ? board.proposals() : board.proposals(status))
                .stream().filter(row -> inTerritory(row, person)).toList();
    }

    List<ProposalRow> mine(Person person) {
        return person.mentor() == null ? List.of() : board.proposalsTo(person.mentor());
    }

    List<LineRow> lines(Person person) {
        return board.waitingLines().stream()
                .filter(line -> person.covers(line.departement()))
                .toList();
    }

    LineRow line(String need, int line, Person person) {
        return board.line(need, line)
                .filter(row -> person.covers(row.departement()))
                .orElseThrow(() -> new Rejection(SeatsRejection.NO_SUCH_NEED));
    }

    void accept(String proposal, Person person, CommandContext context) {
        ProposalRow row = board.proposal(proposal)
                .filter(found -> own(found, person))
                .orElseThrow(() -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL));
        var _ = commands.send(new AcceptProposal(row.proposal(), clock.instant()), context);
    }

    /** A mentor declines on the own side, whatever the request says; the team records any side's no. */
    void decline(
            String proposal,
            @Nullable Side side,
            @Nullable DeclineReason reason,
            Person person,
            CommandContext context) {
        ProposalRow row = proposal(proposal, person);
        boolean asMentor = !inTerritory(row, person);
        if (reason == DeclineReason.WITHDRAWN) {
            new Violations().add("reason", "refus.motif.reserve").throwIfAny();
        }
        Side given = side == null ? Side.OPERATION : side;
        Side said = asMentor ? Side.MENTOR : given;
        var _ = commands.send(
                new DeclineProposal(row.proposal(), said, reason == null ? DeclineReason.NO_REASON : reason), context);
    }

    /** Confirms the match; the référent who validates will follow the pair. */
    String validate(String proposal, Person person, CommandContext context) {
        ProposalRow row = board.proposal(proposal)
                .filter(found -> inTerritory(found, person))
                .orElseThrow(() -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL));
        String referent = person.has("referent") ? person.account() : null;
        return commands.send(
                new ValidateProposal(row.proposal(), ids.next("pair"), referent, person.account(), clock.instant()),
                context);
    }

    /** Proposes a mentor whom somebody chose: rules and points are reported, seats and capacity are kept all the same. */
    String match(
            @Nullable String need,
            int line,
            @Nullable String mentor,
            @Nullable ManualReason reason,
            Person person,
            CommandContext context) {
        Violations missing = new Violations();
        String chosenNeed = present(need, "need", "choix.besoin.manquant", missing);
        String chosenMentor = present(mentor, "mentor", "choix.mentor.manquant", missing);
        if (reason == null) {
            missing.add("reason", "choix.motif.manquant");
        }
        missing.throwIfAny();
        LineRow row = line(chosenNeed, line, person);
        Candidate candidate =
                board.mentor(chosenMentor, today()).orElseThrow(() -> new Rejection(LoadRejection.NO_SUCH_MENTOR));
        Suggestion assessed = Engine.assess(row.waiting(today()), candidate, Set.of(), policy);
        Instant now = clock.instant();
        return commands.send(
                new Propose(
                        ids.next("proposal"),
                        chosenNeed,
                        line,
                        chosenMentor,
                        Origin.MANUAL,
                        null,
                        reason,
                        policy.version(),
                        assessed.score(),
                        assessed.explanation(),
                        person.account(),
                        now,
                        now.plus(Duration.ofHours(policy.proposalHours()))),
                context);
    }

    /** Free mentors for a line, those who fit first, then by points. */
    List<Suggestion> choices(LineRow line, int most) {
        Set<Pairing> exclusions = board.exclusions();
        return board.mentors(today()).stream()
                .filter(mentor -> mentor.capacity() > 0)
                .map(mentor -> Engine.assess(line.waiting(today()), mentor, exclusions, policy))
                .sorted(Comparator.comparingInt(
                                (Suggestion s) -> s.explanation().broken().size())
                        .thenComparing(
                                Comparator.comparingInt(Suggestion::score).reversed())
                        .thenComparing(Suggestion::mentor))
                .limit(most)
                .toList();
    }

    private static String present(@Nullable String given, String field, String key, Violations missing) {
        if (given == null || given.isBlank()) {
            missing.add(field, key);
            return "";
        }
        return given;
    }

    private static boolean inTerritory(ProposalRow row, Person person) {
        return inTeam(person) && person.covers(row.departement());
    }

    private static boolean own(ProposalRow row, Person person) {
        return person.has("mentor") && row.mentor().equals(person.mentor());
    }
}
