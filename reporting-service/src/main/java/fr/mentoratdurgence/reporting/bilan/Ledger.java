package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Heard.FirstContactConfirmed;
import fr.mentoratdurgence.reporting.bilan.Heard.FirstContactOverdue;
import fr.mentoratdurgence.reporting.bilan.Heard.MatchConfirmed;
import fr.mentoratdurgence.reporting.bilan.Heard.MatchProposed;
import fr.mentoratdurgence.reporting.bilan.Heard.MentorActivated;
import fr.mentoratdurgence.reporting.bilan.Heard.MentorApplied;
import fr.mentoratdurgence.reporting.bilan.Heard.MentorWithdrew;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedDeclared;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedLineCountRevised;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedQualified;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedWithdrawn;
import fr.mentoratdurgence.reporting.bilan.Heard.PairClosed;
import fr.mentoratdurgence.reporting.bilan.Heard.PairInterrupted;
import fr.mentoratdurgence.reporting.bilan.Heard.PairOpened;
import fr.mentoratdurgence.reporting.bilan.Heard.ProposalAcceptedByMentor;
import fr.mentoratdurgence.reporting.bilan.Heard.ProposalDeclined;
import fr.mentoratdurgence.reporting.bilan.Heard.ProposalExpired;
import fr.mentoratdurgence.reporting.bilan.Heard.ScreeningFailed;
import fr.mentoratdurgence.reporting.bilan.Heard.ScreeningPassed;
import fr.mentoratdurgence.reporting.bilan.Heard.SessionHeld;
import fr.mentoratdurgence.reporting.bilan.Heard.SessionMissed;
import fr.mentoratdurgence.reporting.bilan.Heard.Uncounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fold: facts go in one by one, figures come out at the end.
 *
 * <p>Services have clocks of their own, so a pair may be recorded a moment before its need: the state is kept by need,
 * mentor, proposal and pair, and joined only when the ledger is closed. Within a stream the sequence decides, not the
 * clock.
 */
final class Ledger {
    private final Map<String, NeedAccount> needs = new HashMap<>();
    private final Map<String, MentorAccount> mentors = new HashMap<>();
    private final Map<String, ProposalAccount> proposals = new HashMap<>();
    private final Map<String, PairAccount> pairs = new HashMap<>();
    private final Tally heardBySource = new Tally();
    private final Tally unknownByType = new Tally();
    private final Tally unreadableByType = new Tally();
    private final Tally sessionsByChannel = new Tally();
    private final Tally missedBySide = new Tally();
    private long minutes;
    private String lastId = "";

    /** Takes the next fact in canonical order; a fact that was delivered twice stands beside itself and counts once. */
    void enter(Fact fact) {
        if (fact.id().equals(lastId)) {
            return;
        }
        lastId = fact.id();
        heardBySource.add(fact.source());
        switch (fact.heard()) {
            case NeedDeclared e -> need(e.need()).declared(e, fact.sequence());
            case NeedQualified e -> need(e.need()).qualified(e, fact.sequence());
            case NeedLineCountRevised e -> need(e.need()).revised(e, fact.sequence());
            case NeedWithdrawn e -> need(e.need()).withdrawnFor = e.reason();
            case MentorApplied e -> mentor(e.mentor()).appliedIn = e.departement();
            case ScreeningPassed e -> mentor(e.mentor()).screened = true;
            case ScreeningFailed e -> mentor(e.mentor()).refused = true;
            case MentorActivated e -> mentor(e.mentor()).activated(e, fact.sequence());
            case MentorWithdrew e -> mentor(e.mentor()).withdrew(e, fact.sequence());
            case MatchProposed e -> proposal(e.proposal()).origin = e.origin();
            case ProposalAcceptedByMentor e -> proposal(e.proposal()).accepted = true;
            case ProposalDeclined e -> proposal(e.proposal()).declined = e;
            case ProposalExpired e -> proposal(e.proposal()).expired = true;
            case MatchConfirmed e -> need(e.need()).covered(e);
            case PairOpened e -> pair(e.pair()).opened = e;
            case FirstContactConfirmed e -> pair(e.pair()).contacted = true;
            case FirstContactOverdue e -> pair(e.pair()).overdue = true;
            case PairInterrupted e -> pair(e.pair()).interrupted = e;
            case PairClosed e -> pair(e.pair()).closed = e;
            case SessionHeld e -> {
                sessionsByChannel.add(e.channel());
                minutes += e.minutes();
            }
            case SessionMissed e -> missedBySide.add(e.missedBy());
            case Uncounted.UNREAD -> {}
            case Uncounted.UNKNOWN -> unknownByType.add(fact.type());
            case Uncounted.UNREADABLE -> unreadableByType.add(fact.type());
        }
    }

    /** The figures of all that was entered. */
    Bilan close(Instant asOf) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(NeedAccount.figures(needs.values()));
        figures.addAll(MentorAccount.figures(mentors.values()));
        figures.addAll(ProposalAccount.figures(proposals.values()));
        figures.addAll(PairAccount.figures(pairs.values()));
        figures.add(sessionsByChannel.figure(Indicators.SESSIONS_HELD, Axis.CHANNEL));
        figures.add(missedBySide.figure(Indicators.SESSIONS_MISSED, Axis.SIDE));
        figures.add(Measures.hours(Indicators.SESSIONS_HOURS, minutes));
        figures.add(PairAccount.medianDays(pairs.values()));
        figures.add(heardBySource.figure(Indicators.EVENTS_HEARD, Axis.SOURCE));
        figures.add(unknownByType.figure(Indicators.EVENTS_UNKNOWN, Axis.UNKNOWN_TYPE));
        figures.add(unreadableByType.figure(Indicators.EVENTS_UNREADABLE, Axis.UNREADABLE_TYPE));
        return new Bilan(asOf, heardBySource.total(), List.copyOf(figures));
    }

    private NeedAccount need(String id) {
        return needs.computeIfAbsent(id, _ -> new NeedAccount());
    }

    private MentorAccount mentor(String id) {
        return mentors.computeIfAbsent(id, _ -> new MentorAccount());
    }

    private ProposalAccount proposal(String id) {
        return proposals.computeIfAbsent(id, _ -> new ProposalAccount());
    }

    private PairAccount pair(String id) {
        return pairs.computeIfAbsent(id, _ -> new PairAccount());
    }
}
