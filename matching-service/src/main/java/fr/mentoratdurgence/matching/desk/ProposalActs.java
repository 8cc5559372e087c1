package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskValidation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoDecline;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Via;
import fr.mentoratdurgence.matching.proposing.ProposalRejection;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person may see and do of proposals, the same for pages and API. Each act takes the row that the person was shown. */
@Component
class ProposalActs {
    private final ProposalBoard board;
    private final Commands commands;
    private final PolicyVersions policies;
    private final FullLoads loads;
    private final Clock clock;
    private final Ids ids;

    ProposalActs(
            ProposalBoard board, Commands commands, PolicyVersions policies, FullLoads loads, Clock clock, Ids ids) {
        this.board = board;
        this.commands = commands;
        this.policies = policies;
        this.loads = loads;
        this.clock = clock;
        this.ids = ids;
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

    /** The mentor says yes to a proposal of the own; the team records a yes that it heard by telephone. */
    void accept(ProposalRow row, Person person, CommandContext context) {
        Via own = person.link() == null ? Via.ACCOUNT : Via.LINK;
        Via via = own(row, person) ? own : Via.TELEPHONE;
        if (via == Via.TELEPHONE && !inTerritory(row, person)) {
            throw new Rejection(ProposalRejection.NO_SUCH_PROPOSAL);
        }
        var _ = commands.send(new AcceptProposal(row.proposal(), via, clock.instant()), context);
    }

    /** A mentor declines on the own side, whatever the request says; the team records any side's no. */
    void decline(
            ProposalRow row,
            @Nullable Side side,
            @Nullable DeclineReason reason,
            Violations wrong,
            Person person,
            CommandContext context) {
        boolean asMentor = !inTerritory(row, person);
        if (reason != null && reason.takenBack()) {
            wrong.add("reason", "refus.motif.reserve");
        }
        wrong.throwIfAny();
        Side given = side == null ? Side.OPERATION : side;
        Side said = asMentor ? Side.MENTOR : given;
        var _ = commands.send(
                new DeclineProposal(row.proposal(), said, reason == null ? DeclineReason.NO_REASON : reason), context);
    }

    /** Whether this person may take back the no that stands. */
    boolean undoable(ProposalRow row, Person person) {
        boolean mentors = "MENTOR".equals(row.declinedSide()) && own(row, person);
        return row.status().is(ProposalRow.Status.DECLINED)
                && row.decidedAt() != null
                && Undo.isOpen(row.decidedAt(), clock)
                && (inTerritory(row, person) || mentors);
    }

    /** The no was a mistake: a mentor takes back the own one, the team any; asked twice, there is no no any more. */
    void undoDecline(ProposalRow row, Person person, CommandContext context) {
        if (row.status().is(ProposalRow.Status.PROPOSED)) {
            return;
        }
        if (!undoable(row, person)) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
        }
        var _ = commands.send(new UndoDecline(row.proposal(), person.account(), clock.instant()), context);
    }

    /**
     * How the trial went. Mentor and structure speak for themselves, whatever the request says; the team records what a
     * side has told it.
     */
    void answerTrial(
            ProposalRow row,
            @Nullable Side side,
            @Nullable TrialOpinion fit,
            Violations missing,
            Person person,
            CommandContext context) {
        Side own = own(row, person) ? Side.MENTOR : ofStructure(row, person) ? Side.STRUCTURE : null;
        Side said = inTerritory(row, person) ? side : own;
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

    /**
     * Confirms the match; the référent who validates will follow the pair.
     *
     * @param override why the limit of the référent's load does not count; only a coordinator can say so
     */
    String validate(ProposalRow row, @Nullable OverrideReason override, Person person, CommandContext context) {
        if (!inTerritory(row, person)) {
            throw new Rejection(ProposalRejection.NO_SUCH_PROPOSAL);
        }
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
     * Somebody else is asked to validate.
     *
     * @param of account of a colleague who has room; empty = the coordinators
     */
    void askValidation(ProposalRow row, @Nullable String of, Person person, CommandContext context) {
        if (!inTerritory(row, person)) {
            throw new Rejection(ProposalRejection.NO_SUCH_PROPOSAL);
        }
        String colleague = of == null || of.isBlank() ? null : of;
        if (colleague != null
                && loads.withRoom(row, person).stream()
                        .noneMatch(load -> load.account().equals(colleague))) {
            new Violations().add("colleague", "limite.collegue.plein").throwIfAny();
        }
        var _ = commands.send(new AskValidation(row.proposal(), colleague, person.account(), clock.instant()), context);
    }

    private static boolean inTerritory(ProposalRow row, Person person) {
        return person.inTeam() && person.covers(row.terms().departement());
    }

    /** A structure takes part once there is a trial. */
    private static boolean ofStructure(ProposalRow row, Person person) {
        return person.speaksFor(row.terms().structure(), row.terms().need(), row.proposal())
                && row.trialDueAt() != null;
    }

    private static boolean own(ProposalRow row, Person person) {
        boolean speaks = person.has("mentor") || person.isLinkedTo(row.proposal());
        return speaks && row.terms().mentor().equals(person.mentor());
    }
}
