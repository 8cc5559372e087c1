package fr.mentoratdurgence.needs.intake;

import static fr.mentoratdurgence.needs.intake.NeedRejection.ALREADY_DECLARED;
import static fr.mentoratdurgence.needs.intake.NeedRejection.ALREADY_QUALIFIED;
import static fr.mentoratdurgence.needs.intake.NeedRejection.CONTACT_IN_THE_FUTURE;
import static fr.mentoratdurgence.needs.intake.NeedRejection.COUNT_OUT_OF_RANGE;
import static fr.mentoratdurgence.needs.intake.NeedRejection.FAMILY_LINK_MISSING;
import static fr.mentoratdurgence.needs.intake.NeedRejection.HANDED_TO_THE_SAME;
import static fr.mentoratdurgence.needs.intake.NeedRejection.LINES_OUT_OF_RANGE;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NEED_WITHDRAWN;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NOBODY_REACHED;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NO_PLACE_LEFT;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NO_REFERENT;
import static fr.mentoratdurgence.needs.intake.NeedRejection.RETURN_NOT_LATER;
import static fr.mentoratdurgence.needs.intake.NeedRejection.STRUCTURE_NOT_VERIFIED;
import static fr.mentoratdurgence.needs.intake.NeedRejection.TAKEN_BY_ANOTHER;
import static fr.mentoratdurgence.needs.intake.NeedRejection.TOTAL_OUT_OF_RANGE;
import static fr.mentoratdurgence.needs.intake.NeedRejection.UNKNOWN_LINE;
import static fr.mentoratdurgence.needs.intake.NeedRejection.UNKNOWN_NEED;

import fr.mentoratdurgence.needs.intake.Need.Attempt;
import fr.mentoratdurgence.needs.intake.Need.Call;
import fr.mentoratdurgence.needs.intake.Need.Lent;
import fr.mentoratdurgence.needs.intake.Need.Qualified;
import fr.mentoratdurgence.needs.intake.Need.Taken;
import fr.mentoratdurgence.needs.intake.Need.Undeclared;
import fr.mentoratdurgence.needs.intake.Need.Waiting;
import fr.mentoratdurgence.needs.intake.Need.Withdrawn;
import fr.mentoratdurgence.needs.intake.NeedCommand.AskStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.AssignReferent;
import fr.mentoratdurgence.needs.intake.NeedCommand.CorrectCall;
import fr.mentoratdurgence.needs.intake.NeedCommand.DeclareNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.EraseContact;
import fr.mentoratdurgence.needs.intake.NeedCommand.HandOverNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.LogContactAttempt;
import fr.mentoratdurgence.needs.intake.NeedCommand.NoticeContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedCommand.QualifyNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReleaseNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.RestateLine;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReturnNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReviseLineCount;
import fr.mentoratdurgence.needs.intake.NeedCommand.SayStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.StateCallTimes;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedCommand.WithdrawNeed;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallTimesStated;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttemptUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactErased;
import fr.mentoratdurgence.needs.intake.NeedEvent.HandOverReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineCountRevised;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineRestated;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualificationUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualified;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReferentAssigned;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReleased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawalUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawn;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededAsked;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededSaid;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a need. Pure: no clock, no database, no framework. */
public final class NeedDecider {
    static final int MAX_LINES = 20;
    static final int MAX_PLACES = 1000;

    /** The rules as one value, for the decision session. */
    public static final Decider<NeedCommand, Need, NeedEvent> DECIDER =
            new Decider<>("MentoringNeed", new Undeclared(), NeedDecider::decide, NeedDecider::evolve);

    private record Case(Need need, NeedCommand command) {}

    private NeedDecider() {}

    static List<NeedEvent> decide(NeedCommand command, Need need) {
        return switch (new Case(need, command)) {
            case Case(Undeclared _, DeclareNeed c) -> declare(c);
            case Case(Undeclared _, NeedCommand _) -> throw new Rejection(UNKNOWN_NEED);
            case Case(Need _, EraseContact c) -> List.of(new ContactErased(c.need(), c.today()));
            case Case(Need any, UndoAct c) -> UndoneAct.decide(any, c);
            case Case(Waiting waiting, CorrectCall c) -> UndoneAct.correct(waiting, c);
            case Case(Qualified qualified, CorrectCall c) -> UndoneAct.correct(qualified, c);

            case Case(Waiting waiting, AssignReferent c) -> assign(waiting.taken(), c);
            case Case(Waiting waiting, ReleaseNeed c) -> release(waiting.taken(), c);
            case Case(Waiting waiting, HandOverNeed c) -> handOver(waiting.taken(), c.asked());
            case Case(Waiting waiting, ReturnNeed c) -> giveBack(waiting.taken(), c);
            case Case(Waiting waiting, LogContactAttempt c) -> attempt(waiting.taken(), c);
            case Case(Waiting _, StateCallTimes c) -> List.of(new CallTimesStated(c.need(), c.times()));
            case Case(Waiting waiting, NoticeContactOverdue c) -> overdue(waiting, c);
            case Case(Waiting waiting, QualifyNeed c) -> qualify(waiting, c);
            case Case(Waiting waiting, ReviseLineCount c) -> revise(waiting.request(), c);
            case Case(Waiting waiting, RestateLine c) -> restate(waiting.request(), c);
            case Case(Waiting _, WithdrawNeed c) -> List.of(new NeedWithdrawn(c.need(), c.reason()));

            case Case(Qualified qualified, AssignReferent c) -> assign(qualified.taken(), c);
            case Case(Qualified qualified, ReleaseNeed c) -> release(qualified.taken(), c);
            case Case(Qualified qualified, HandOverNeed c) -> handOver(qualified.taken(), c.asked());
            case Case(Qualified qualified, ReturnNeed c) -> giveBack(qualified.taken(), c);
            case Case(Qualified qualified, LogContactAttempt c) -> attempt(qualified.taken(), c);
            case Case(Qualified _, StateCallTimes c) -> List.of(new CallTimesStated(c.need(), c.times()));
            case Case(Qualified _, NoticeContactOverdue _) -> List.of();
            case Case(Qualified _, QualifyNeed _) -> List.of();
            case Case(Qualified qualified, AskStillNeeded c) ->
                places(qualified.request().lines()) > c.served()
                        ? List.of(new StillNeededAsked(c.need(), c.today()))
                        : List.of();
            case Case(Qualified _, SayStillNeeded c) -> List.of(new StillNeededSaid(c.need(), c.today()));
            case Case(Waiting _, AskStillNeeded _), Case(Waiting _, SayStillNeeded _) -> List.of();
            case Case(Qualified qualified, ReviseLineCount c) -> revise(qualified.request(), c);
            case Case(Qualified _, RestateLine _) -> throw new Rejection(ALREADY_QUALIFIED);
            case Case(Qualified _, WithdrawNeed c) -> List.of(new NeedWithdrawn(c.need(), c.reason()));

            case Case(Waiting _, DeclareNeed _), Case(Qualified _, DeclareNeed _) ->
                throw new Rejection(ALREADY_DECLARED);
            case Case(Withdrawn _, ReturnNeed _) -> List.of(); // nobody has it any more
            case Case(Withdrawn _, NeedCommand _) -> throw new Rejection(NEED_WITHDRAWN);
        };
    }

    static Need evolve(Need need, NeedEvent event) {
        return switch (event) {
            case NeedDeclared e -> new Waiting(e.asked(), null, Call.NONE, null);
            case CallTimesStated _, StillNeededAsked _, StillNeededSaid _, ContactErased _ -> need;
            case NeedContactOverdue _ -> need instanceof Waiting w ? w.overdue() : need;
            case NeedReferentAssigned e -> taken(need, new Taken(e.referent(), e.assignedOn()));
            case NeedReleased _ -> taken(need, null);
            case NeedHandedOver e -> taken(need, handed(takenOf(need), e));
            case ContactAttempted e ->
                switch (need) {
                    case Waiting w -> w.called(e);
                    case Qualified q -> q.called(new Attempt(e, Call.REACHED));
                    case Undeclared _, Withdrawn _ -> need;
                };
            case NeedQualified e ->
                need instanceof Waiting w && w.taken() != null
                        ? new Qualified(e.understood(), w.taken(), e.qualifiedOn(), null, w)
                        : need;
            case ContactAttemptUndone _, NeedQualificationUndone _, NeedWithdrawalUndone _ ->
                UndoneAct.evolve(need, event);
            case NeedLineRestated e ->
                need instanceof Waiting w
                        ? w.with(w.request()
                                .withLines(w.request().lines().stream()
                                        .map(line -> line.line() == e.line().line() ? e.line() : line)
                                        .toList()))
                        : need;
            case NeedLineCountRevised e ->
                switch (need) {
                    case Waiting w -> w.with(revised(w.request(), e));
                    case Qualified q -> q.with(revised(q.request(), e));
                    case Undeclared _, Withdrawn _ -> need;
                };
            case NeedWithdrawn e -> new Withdrawn(e.reason(), need);
        };
    }

    private static List<NeedEvent> declare(DeclareNeed c) {
        List<NeedLine> lines = c.declared().asked().lines();
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new Rejection(LINES_OUT_OF_RANGE, Map.of("max", "" + MAX_LINES));
        }
        for (NeedLine line : lines) {
            checkLine(line);
        }
        checkTotal(lines);
        return c.callTimes().isEmpty()
                ? List.of(c.declared())
                : List.of(c.declared(), new CallTimesStated(c.need(), c.callTimes()));
    }

    private static void checkLine(NeedLine line) {
        for (NeedRejection fault : line.faults()) {
            throw new Rejection(fault, Map.of("line", "" + line.line(), "max", "" + NeedLine.MAX_COUNT));
        }
    }

    private static void checkTotal(List<NeedLine> lines) {
        if (places(lines) > MAX_PLACES) {
            throw new Rejection(TOTAL_OUT_OF_RANGE, Map.of("max", "" + MAX_PLACES));
        }
    }

    private static int places(List<NeedLine> lines) {
        return lines.stream().mapToInt(NeedLine::count).sum();
    }

    private static List<NeedEvent> assign(@Nullable Taken taken, AssignReferent c) {
        if (taken == null) {
            return List.of(new NeedReferentAssigned(c.need(), c.referent(), c.assignedOn()));
        }
        if (!taken.referent().equals(c.referent())) {
            throw new Rejection(
                    TAKEN_BY_ANOTHER,
                    Map.of("by", taken.referent(), "since", taken.on().toString()));
        }
        return List.of();
    }

    private static Need taken(Need need, @Nullable Taken taken) {
        return switch (need) {
            case Waiting w -> w.with(taken);
            case Qualified q -> q.with(taken);
            case Undeclared _, Withdrawn _ -> need;
        };
    }

    static @Nullable Taken takenOf(Need need) {
        return switch (need) {
            case Waiting w -> w.taken();
            case Qualified q -> q.taken();
            case Undeclared _, Withdrawn _ -> null;
        };
    }

    private static @Nullable Taken handed(@Nullable Taken taken, NeedHandedOver e) {
        return taken == null || e.reason() == HandOverReason.UNDONE
                ? taken == null ? null : taken.before()
                : taken.handed(e);
    }

    private static List<NeedEvent> release(@Nullable Taken taken, ReleaseNeed c) {
        owned(taken, c.referent());
        return List.of(new NeedReleased(c.need(), c.referent(), c.reason(), c.releasedOn()));
    }

    private static List<NeedEvent> handOver(@Nullable Taken taken, NeedHandedOver asked) {
        owned(taken, asked.from());
        if (asked.to().equals(asked.from())) {
            throw new Rejection(HANDED_TO_THE_SAME);
        }
        LocalDate until = asked.until();
        if (until != null && !until.isAfter(asked.handedOn())) {
            throw new Rejection(RETURN_NOT_LATER);
        }
        return List.of(asked);
    }

    /** Of whom it was lent, where the day has come and it is still lent. */
    private static List<NeedEvent> giveBack(@Nullable Taken taken, ReturnNeed c) {
        Lent lent = taken == null ? null : taken.lent();
        return taken == null || lent == null || c.today().isBefore(lent.until())
                ? List.of()
                : List.of(new NeedHandedOver(
                        c.need(),
                        taken.referent(),
                        lent.from(),
                        HandOverReason.RETURNED,
                        null,
                        lent.from(),
                        c.today()));
    }

    /** Who acts for somebody who does not have the need acts on what was shown a while ago. */
    private static void owned(@Nullable Taken taken, String referent) {
        if (taken == null) {
            throw new Rejection(NO_REFERENT);
        }
        if (!taken.referent().equals(referent)) {
            throw new Rejection(
                    TAKEN_BY_ANOTHER,
                    Map.of("by", taken.referent(), "since", taken.on().toString()));
        }
    }

    private static List<NeedEvent> attempt(@Nullable Taken taken, LogContactAttempt c) {
        if (taken == null) {
            throw new Rejection(NO_REFERENT);
        }
        if (c.occurredOn().isAfter(c.today())) {
            throw new Rejection(CONTACT_IN_THE_FUTURE);
        }
        return List.of(new ContactAttempted(c.need(), c.referent(), c.reached(), c.occurredOn()));
    }

    /** A call that reached nobody keeps the promise: the contact was told, and says when it suits. */
    private static List<NeedEvent> overdue(Waiting waiting, NoticeContactOverdue c) {
        return waiting.call() == Call.NONE && c.today().isAfter(c.dueOn())
                ? List.of(new NeedContactOverdue(c.need(), c.dueOn()))
                : List.of();
    }

    private static List<NeedEvent> qualify(Waiting waiting, QualifyNeed c) {
        if (waiting.taken() == null) {
            throw new Rejection(NO_REFERENT);
        }
        if (waiting.call() != Call.REACHED) {
            throw new Rejection(NOBODY_REACHED);
        }
        if (!c.structureVerified()) {
            throw new Rejection(STRUCTURE_NOT_VERIFIED);
        }
        DeclaredNeed request = waiting.request();
        List<NeedLine> wanted =
                request.lines().stream().filter(line -> line.count() > 0).toList();
        if (wanted.isEmpty()) {
            throw new Rejection(NO_PLACE_LEFT);
        }
        if (!c.familyLinkAcknowledged() && wanted.stream().anyMatch(NeedLine::lacksFamilyLink)) {
            throw new Rejection(FAMILY_LINK_MISSING);
        }
        List<NeedLine> understood = wanted.stream()
                .map(line -> line.lacksFamilyLink() ? line.withFamilyLink() : line)
                .toList();
        return List.of(new NeedQualified(
                c.need(), waiting.taken().referent(), request.withLines(understood), c.qualifiedOn()));
    }

    private static List<NeedEvent> revise(DeclaredNeed request, ReviseLineCount c) {
        NeedLine line = request.lines().stream()
                .filter(l -> l.line() == c.line())
                .findFirst()
                .orElseThrow(() -> new Rejection(UNKNOWN_LINE, Map.of("line", "" + c.line())));
        if (!NeedLine.mayBecome(c.toCount())) {
            throw new Rejection(COUNT_OUT_OF_RANGE, Map.of("line", "" + line.line(), "max", "" + NeedLine.MAX_COUNT));
        }
        if (c.toCount() == line.count()) {
            return List.of();
        }
        var revision = new NeedLineCountRevised(c.need(), line.line(), line.count(), c.toCount(), c.reason());
        checkTotal(revised(request, revision).lines());
        return List.of(revision);
    }

    private static List<NeedEvent> restate(DeclaredNeed request, RestateLine c) {
        NeedLine known = request.lines().stream()
                .filter(l -> l.line() == c.line().line())
                .findFirst()
                .orElseThrow(() ->
                        new Rejection(UNKNOWN_LINE, Map.of("line", "" + c.line().line())));
        NeedLine restated = c.line().withCount(known.count());
        // a line without places left may be described, too
        checkLine(restated.withCount(Math.max(1, known.count())));
        return restated.equals(known) ? List.of() : List.of(new NeedLineRestated(c.need(), restated));
    }

    private static DeclaredNeed revised(DeclaredNeed request, NeedLineCountRevised e) {
        return request.withLines(request.lines().stream()
                .map(line -> line.line() == e.line() ? line.withCount(e.toCount()) : line)
                .toList());
    }
}
