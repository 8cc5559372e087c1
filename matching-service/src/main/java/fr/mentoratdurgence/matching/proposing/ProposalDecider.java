package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.proposing.Proposal.Confirmed;
import fr.mentoratdurgence.matching.proposing.Proposal.Declined;
import fr.mentoratdurgence.matching.proposing.Proposal.Expired;
import fr.mentoratdurgence.matching.proposing.Proposal.None;
import fr.mentoratdurgence.matching.proposing.Proposal.Pending;
import fr.mentoratdurgence.matching.proposing.Proposal.Trial;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Accept;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Answer;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.AskValidation;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Confirm;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Decline;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Expire;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Open;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Remind;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.UndoConfirm;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.UndoDecline;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.NoticeRequested;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalAcceptedByMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclineUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Template;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialAnswered;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpened;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ValidationAsked;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a proposal: it is decided once (I8), by the mentor first, after a trial by both sides, and then by the
 * référent. Whoever has to know is told in the same decision.
 */
final class ProposalDecider {
    static final Decider<ProposalCommand, Proposal, ProposalEvent> PROPOSAL =
            new Decider<>("Proposal", new None(), ProposalDecider::decide, ProposalDecider::evolve);

    private ProposalDecider() {}

    private record Case(Proposal proposal, ProposalCommand command) {}

    private static List<ProposalEvent> decide(ProposalCommand command, Proposal proposal) {
        return switch (new Case(proposal, command)) {
            case Case(None _, Open c) ->
                List.of(
                        c.proposed(),
                        notice(
                                c.proposed(),
                                Template.PROPOSED_TO_MENTOR,
                                c.proposed().expiresAt()));
            case Case(Pending pending, Accept c) -> accept(pending, c);
            case Case(Pending pending, Decline c) -> decline(pending.proposed(), c.side(), c.reason());
            case Case(Pending pending, Expire c) -> expire(pending, c);
            case Case(Pending pending, Remind _) -> remind(pending);
            case Case(Pending pending, Answer c) -> answer(pending, c);
            case Case(Pending pending, Confirm c) -> confirm(pending, c);
            case Case(Pending pending, AskValidation c) -> ask(pending, c);

            case Case(Declined declined, UndoDecline c) -> undo(declined, c);
            case Case(Confirmed confirmed, UndoConfirm c) -> undo(confirmed, c);
            case Case(Pending _, UndoDecline _), Case(Pending _, UndoConfirm _) ->
                throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
            case Case(Pending _, Open _) -> throw new Rejection(ProposalRejection.PROPOSAL_EXISTS);
            case Case(None none, ProposalCommand _) -> throw refusal(none);
            case Case(Confirmed done, ProposalCommand _) -> throw refusal(done);
            case Case(Declined done, ProposalCommand _) -> throw refusal(done);
            case Case(Expired done, ProposalCommand _) -> throw refusal(done);
        };
    }

    /** Why nothing can be done with a proposal that is not pending. */
    static Rejection refusal(Proposal proposal) {
        return switch (proposal) {
            case None _ -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL);
            case Pending _ -> new Rejection(ProposalRejection.PROPOSAL_EXISTS);
            case Confirmed done ->
                new Rejection(ProposalRejection.ALREADY_CONFIRMED, Winner.details(done.by(), done.at()));
            case Declined _ -> new Rejection(ProposalRejection.PROPOSAL_DECLINED);
            case Expired _ -> new Rejection(ProposalRejection.PROPOSAL_EXPIRED);
        };
    }

    private static Proposal evolve(Proposal proposal, ProposalEvent event) {
        return switch (event) {
            case MatchProposed e -> new Pending(e, false, false, null);
            case ProposalDeclined e ->
                proposal instanceof Pending pending ? new Declined(e.reason().takenBack(), pending) : proposal;
            case ProposalDeclineUndone _ -> proposal instanceof Declined declined ? declined.before() : proposal;
            case MatchUndone _ -> proposal instanceof Confirmed confirmed ? confirmed.before() : proposal;
            case ProposalExpired _ -> new Expired();
            case MatchConfirmed e ->
                proposal instanceof Pending pending
                        ? new Confirmed(e.confirmedBy(), e.confirmedAt(), e.pair(), pending)
                        : proposal;
            case ProposalAcceptedByMentor _ -> proposal instanceof Pending pending ? pending.saidYes() : proposal;
            case TrialOpened e ->
                proposal instanceof Pending pending ? pending.trying(new Trial(e.dueAt(), Map.of())) : proposal;
            case TrialAnswered e ->
                proposal instanceof Pending pending && pending.trial() != null
                        ? pending.trying(pending.trial().with(e.side(), e.fit()))
                        : proposal;
            case ValidationAsked _ -> proposal;
            case NoticeRequested e ->
                proposal instanceof Pending pending && e.template() == Template.REMINDER_TO_MENTOR
                        ? pending.wasReminded()
                        : proposal;
        };
    }

    private static List<ProposalEvent> accept(Pending pending, Accept c) {
        MatchProposed p = pending.proposed();
        PairTerms t = p.terms();
        if (pending.accepted()) {
            return List.of();
        }
        if (!c.at().isBefore(p.expiresAt())) {
            throw new Rejection(ProposalRejection.PROPOSAL_EXPIRED);
        }
        List<ProposalEvent> events = new ArrayList<>();
        events.add(new ProposalAcceptedByMentor(p.stream(), t.need(), t.line(), t.seat(), t.mentor(), c.via()));
        if (p.trialHours() == null) {
            events.add(notice(p, Template.ACCEPTED_TO_REFERENT, null));
        } else {
            Instant dueAt = c.at().plus(Duration.ofHours(p.trialHours()));
            events.add(new TrialOpened(p.stream(), t.need(), t.line(), t.seat(), t.mentor(), t.structure(), dueAt));
            events.add(notice(p, Template.TRIAL_TO_MENTOR, dueAt));
            events.add(notice(p, Template.TRIAL_TO_STRUCTURE, dueAt));
        }
        return events;
    }

    private static List<ProposalEvent> answer(Pending pending, Answer c) {
        Trial trial = pending.trial();
        if (trial == null || (c.side() != Side.MENTOR && c.side() != Side.STRUCTURE)) {
            throw new Rejection(ProposalRejection.NO_TRIAL);
        }
        TrialOpinion before = trial.said().get(c.side());
        if (before == c.fit()) {
            return List.of();
        }
        if (before != null) {
            throw new Rejection(ProposalRejection.ALREADY_SAID);
        }
        if (!c.at().isBefore(trial.dueAt())) {
            throw new Rejection(ProposalRejection.TRIAL_OVER);
        }
        MatchProposed p = pending.proposed();
        List<ProposalEvent> events = new ArrayList<>();
        events.add(new TrialAnswered(p.stream(), c.side(), c.fit(), c.by(), c.at()));
        if (c.fit() == TrialOpinion.POOR) {
            events.addAll(decline(p, c.side(), DeclineReason.POOR_FIT));
        } else if (trial.with(c.side(), c.fit()).finished()) {
            events.add(notice(p, Template.ACCEPTED_TO_REFERENT, null));
        }
        return events;
    }

    private static List<ProposalEvent> decline(MatchProposed p, Side side, DeclineReason reason) {
        PairTerms t = p.terms();
        return List.of(
                new ProposalDeclined(p.stream(), t.need(), t.line(), t.seat(), t.mentor(), side, reason),
                notice(p, side == Side.MENTOR ? Template.DECLINED_TO_REFERENT : Template.DECLINED_TO_MENTOR, null));
    }

    /** What was taken back with its need comes back with it; any other taking back has its reason still. */
    private static List<ProposalEvent> undo(Declined declined, UndoDecline c) {
        Pending before = declined.before();
        MatchProposed p = before.proposed();
        Trial trial = before.trial();
        Instant waitsUntil = trial == null ? p.expiresAt() : trial.dueAt();
        boolean waits = trial == null ? !before.accepted() : !trial.finished();
        if (trial != null && trial.said().containsValue(TrialOpinion.POOR)) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO); // said with thought, after having met
        }
        if (declined.takenBack() != c.withNeed() || (waits && !c.at().isBefore(waitsUntil))) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
        }
        return List.of(new ProposalDeclineUndone(
                p.stream(),
                p.terms(),
                before.accepted() ? null : p.expiresAt(),
                trial == null || trial.finished() ? null : trial.dueAt()));
    }

    private static List<ProposalEvent> undo(Confirmed confirmed, UndoConfirm c) {
        if (!confirmed.pair().equals(c.pair())) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
        }
        MatchProposed p = confirmed.before().proposed();
        PairTerms t = p.terms();
        return List.of(new MatchUndone(p.stream(), c.pair(), t.need(), t.line(), t.seat(), t.mentor()));
    }

    private static List<ProposalEvent> expire(Pending pending, Expire c) {
        MatchProposed p = pending.proposed();
        PairTerms t = p.terms();
        Trial trial = pending.trial();
        boolean waits = trial == null ? !pending.accepted() : !trial.finished();
        if (!waits || c.at().isBefore(trial == null ? p.expiresAt() : trial.dueAt())) {
            throw new Rejection(ProposalRejection.NOT_DUE);
        }
        return List.of(
                new ProposalExpired(p.stream(), t.need(), t.line(), t.seat(), t.mentor()),
                notice(p, Template.EXPIRED_TO_REFERENT, null));
    }

    private static List<ProposalEvent> remind(Pending pending) {
        MatchProposed p = pending.proposed();
        return pending.accepted() || pending.reminded()
                ? List.of()
                : List.of(notice(p, Template.REMINDER_TO_MENTOR, p.expiresAt()));
    }

    private static List<ProposalEvent> ask(Pending pending, AskValidation c) {
        mayBeValidated(pending);
        return List.of(new ValidationAsked(pending.proposed().stream(), c.of(), c.by(), c.at()));
    }

    private static void mayBeValidated(Pending pending) {
        if (!pending.accepted()) {
            throw new Rejection(ProposalRejection.NOT_ACCEPTED_YET);
        }
        Trial trial = pending.trial();
        if (trial != null && !trial.finished()) {
            throw new Rejection(ProposalRejection.TRIAL_NOT_FINISHED);
        }
    }

    private static List<ProposalEvent> confirm(Pending pending, Confirm c) {
        mayBeValidated(pending);
        MatchProposed p = pending.proposed();
        return List.of(
                new MatchConfirmed(p.stream(), c.pair(), p.terms().followedBy(c.referent()), c.by(), c.at()),
                notice(p, Template.CONFIRMED_TO_MENTOR, null),
                notice(p, Template.CONFIRMED_TO_STRUCTURE, null));
    }

    private static NoticeRequested notice(MatchProposed p, Template template, @Nullable Instant dueBy) {
        PairTerms t = p.terms();
        String recipient = switch (template.recipient()) {
            case MENTOR -> t.mentor();
            case STRUCTURE -> t.structure();
            case REFERENT -> t.referent();
        };
        return new NoticeRequested(
                p.stream(),
                StreamIds.noticeOf(p.stream(), template.number()),
                template,
                template.recipient(),
                recipient,
                t.need(),
                t.line(),
                t.mentor(),
                dueBy);
    }
}
