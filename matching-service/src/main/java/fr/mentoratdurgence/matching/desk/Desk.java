package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.board.PreMatchingRow;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadRejection;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReleaseMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Fit;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalRejection;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsRejection;
import fr.mentoratdurgence.matching.running.DryRun;
import fr.mentoratdurgence.matching.running.Policies;
import fr.mentoratdurgence.matching.running.PreMatchings;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may see and do here; the same for pages and API. */
@Component
class Desk {
    private static final int MOST_CANDIDATES = 10;

    private final Board board;
    private final Commands commands;
    private final Policies policies;
    private final PreMatchings prematchings;
    private final Runs runs;
    private final Clock clock;
    private final Ids ids;

    Desk(
            Board board,
            Commands commands,
            Policies policies,
            PreMatchings prematchings,
            Runs runs,
            Clock clock,
            Ids ids) {
        this.board = board;
        this.commands = commands;
        this.policies = policies;
        this.prematchings = prematchings;
        this.runs = runs;
        this.clock = clock;
        this.ids = ids;
    }

    /** Pairs that an account follows, and how many the policy allows; 0 = no limit. */
    record Load(String account, int pairs, int limit) {}

    static boolean inTeam(Person person) {
        return person.inTeam();
    }

    LocalDate today() {
        return OperationDay.of(clock.instant());
    }

    /** A proposal of the person's territory, to this very mentor, or in trial at the person's structure. */
    ProposalRow proposal(String proposal, Person person) {
        return board.proposal(proposal)
                .filter(row -> inTerritory(row, person) || own(row, person) || ofStructure(row, person))
                .map(row -> inTerritory(row, person) ? row : row.told())
                .orElseThrow(() -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL));
    }

    List<ProposalRow> mine(Person person) {
        List<ProposalRow> own = person.mentor() != null
                ? board.proposalsTo(person.mentor())
                : person.structure() == null ? List.of() : board.trialsOf(person.structure());
        return own.stream().map(ProposalRow::told).toList();
    }

    LineRow line(String need, int line, Person person) {
        return visibleLine(need, line, person).orElseThrow(() -> new Rejection(SeatsRejection.NO_SUCH_NEED));
    }

    Optional<LineRow> visibleLine(String need, int line, Person person) {
        return board.line(need, line).filter(row -> person.covers(row.departement()));
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
        if (reason != null && reason.takenBack()) {
            new Violations().add("reason", "refus.motif.reserve").throwIfAny();
        }
        Side given = side == null ? Side.OPERATION : side;
        Side said = asMentor ? Side.MENTOR : given;
        var _ = commands.send(
                new DeclineProposal(row.proposal(), said, reason == null ? DeclineReason.NO_REASON : reason), context);
    }

    /**
     * How the trial went. Mentor and structure speak for themselves, whatever the request says; the team records what a
     * side has told it.
     */
    void answerTrial(String proposal, @Nullable Side side, @Nullable Fit fit, Person person, CommandContext context) {
        ProposalRow row = proposal(proposal, person);
        Side own = own(row, person) ? Side.MENTOR : ofStructure(row, person) ? Side.STRUCTURE : null;
        Side said = inTerritory(row, person) ? side : own;
        Violations missing = new Violations();
        if (said != Side.MENTOR && said != Side.STRUCTURE) {
            missing.add("side", "essai.cote.manquant");
        }
        if (fit == null) {
            missing.add("fit", "essai.avis.manquant");
        }
        missing.throwIfAny();
        var _ = commands.send(
                new AnswerTrial(
                        row.proposal(),
                        Objects.requireNonNull(said),
                        Objects.requireNonNull(fit),
                        person.account(),
                        clock.instant()),
                context);
    }

    /** The two are not proposed to each other (again). */
    void exclude(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable String mentor,
            @Nullable ExclusionReason reason,
            Person person,
            CommandContext context) {
        Violations missing = new Violations();
        String chosenNeed = present(need, "need", "choix.besoin.manquant", missing);
        String chosenMentor = present(mentor, "mentor", "choix.mentor.manquant", missing);
        if (line == null) {
            missing.add("line", "choix.ligne.manquante");
        }
        if (reason == null) {
            missing.add("reason", "exclusion.motif.manquant");
        }
        missing.throwIfAny();
        LineRow row = line(chosenNeed, Objects.requireNonNull(line), person);
        Candidate excluded =
                board.mentor(chosenMentor, today()).orElseThrow(() -> new Rejection(LoadRejection.NO_SUCH_MENTOR));
        var _ = commands.send(
                new ExcludePairing(
                        row.need(), row.line(), excluded.mentor(), Objects.requireNonNull(reason), person.account()),
                context);
    }

    /** Asks named mentors first, one after the other, for one seat of the line; for the structure. */
    String prematch(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable List<String> mentors,
            Person person,
            CommandContext context) {
        Violations wrong = new Violations();
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
            } else if (board.mentor(mentor, today()).isEmpty()) {
                wrong.add("mentors[" + i + "]", "prematching.candidat.inconnu");
            }
        }
        wrong.throwIfAny();
        LineRow row = line(chosenNeed, Objects.requireNonNull(line), person);
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

    /** Who is held back until a coordinator decides, in the person's territory. */
    List<HeldRow> held(Person person) {
        return board.held(person);
    }

    /** The mentor may be proposed again. */
    void release(String mentor, @Nullable ReleaseReason reason, Person person, CommandContext context) {
        if (board.held(person).stream().noneMatch(row -> row.mentor().equals(mentor))) {
            throw new Rejection(LoadRejection.MENTOR_NOT_HELD);
        }
        if (reason == null) {
            new Violations().add("reason", "retenus.motif.manquant").throwIfAny();
        }
        var _ = commands.send(
                new ReleaseMentor(mentor, Objects.requireNonNull(reason), person.account(), clock.instant()), context);
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

    PreMatchingRow prematching(String prematching, Person person) {
        return board.prematching(prematching)
                .filter(row -> person.covers(row.departement()))
                .orElseThrow(() -> new Rejection(SeatsRejection.NO_SUCH_PREMATCHING));
    }

    void withdrawPrematching(String prematching, Person person, CommandContext context) {
        PreMatchingRow row = prematching(prematching, person);
        var _ = commands.send(new WithdrawPreMatching(row.prematching(), row.need()), context);
    }

    /** How many pairs each référent follows: a référent sees the own number, a coordinator all. */
    List<Load> loads(Person person) {
        int limit = policies.active().referentLoadLimit();
        return person.has("coordinator")
                ? board.referentLoads().stream()
                        .map(load -> new Load(load.account(), load.pairs(), limit))
                        .toList()
                : List.of(new Load(person.account(), board.referentLoad(person.account()), limit));
    }

    /**
     * Confirms the match; the référent who validates will follow the pair.
     *
     * @param override why the limit of the référent's load does not count; only a coordinator can say so
     */
    String validate(String proposal, @Nullable OverrideReason override, Person person, CommandContext context) {
        ProposalRow row = board.proposal(proposal)
                .filter(found -> inTerritory(found, person))
                .orElseThrow(() -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL));
        String referent = person.has("referent") ? person.account() : null;
        return commands.send(
                new ValidateProposal(
                        row.proposal(),
                        ids.next("pair"),
                        referent,
                        person.account(),
                        clock.instant(),
                        policies.active().referentLoadLimit(),
                        person.has("coordinator") ? override : null),
                context);
    }

    /**
     * Proposes a mentor whom somebody chose: wishes that are not met and points are reported; seats, capacity and the
     * rules that protect the young person are kept all the same.
     */
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
        Policy policy = policies.active();
        Suggestion assessed = Engine.assess(row.waiting(today()), candidate, Set.of(), policy);
        return commands.send(
                Propose.of(ids.next("proposal"), assessed, Origin.MANUAL, policy, person.account(), clock.instant())
                        .because(Objects.requireNonNull(reason)),
                context);
    }

    /**
     * Whom somebody may choose for a line.
     *
     * @param free   free mentors, those who fit first, then by points
     * @param barred free mentors who meet all wishes, and whom a rule that protects the young person bars from the line
     * @param held    mentors who would fit, and are held back until a coordinator decides
     * @param expired mentors who would fit, and have no proof of good standing that counts
     */
    record Choices(List<Suggestion> free, List<Suggestion> barred, List<Suggestion> held, List<Suggestion> expired) {}

    /** The first rule that protects the young person and stands between; null = none. */
    static @Nullable HardRule bar(Suggestion suggestion) {
        return suggestion.explanation().broken().stream()
                .filter(HardRule.protective()::contains)
                .findFirst()
                .orElse(null);
    }

    Choices choices(LineRow line, int most) {
        Set<Pairing> exclusions = board.exclusions();
        List<Suggestion> all = assessed(line, board.mentors(today()), exclusions);
        return new Choices(
                all.stream().filter(s -> bar(s) == null).limit(most).toList(),
                all.stream()
                        .filter(s -> bar(s) != null
                                && HardRule.protective()
                                        .containsAll(s.explanation().broken()))
                        .limit(most)
                        .toList(),
                wouldFit(line, board.heldMentors(today()), exclusions, most),
                wouldFit(line, board.expiredMentors(today()), exclusions, most));
    }

    private List<Suggestion> wouldFit(LineRow line, List<Candidate> mentors, Set<Pairing> exclusions, int most) {
        return assessed(line, mentors, exclusions).stream()
                .filter(s -> s.explanation().broken().isEmpty())
                .limit(most)
                .toList();
    }

    private List<Suggestion> assessed(LineRow line, List<Candidate> mentors, Set<Pairing> exclusions) {
        Policy policy = policies.active();
        return mentors.stream()
                .filter(mentor -> mentor.capacity() > 0)
                .map(mentor -> Engine.assess(line.waiting(today()), mentor, exclusions, policy))
                .sorted(Comparator.comparingInt(
                                (Suggestion s) -> s.explanation().broken().size())
                        .thenComparing(
                                Comparator.comparingInt(Suggestion::score).reversed())
                        .thenComparing(Suggestion::mentor))
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

    /** A structure takes part once there is a trial. */
    private static boolean ofStructure(ProposalRow row, Person person) {
        return person.has("structure") && row.structure().equals(person.structure()) && row.trialDueAt() != null;
    }

    private static boolean own(ProposalRow row, Person person) {
        return person.has("mentor") && row.mentor().equals(person.mentor());
    }
}
