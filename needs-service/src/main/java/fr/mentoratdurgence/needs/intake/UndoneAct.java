package fr.mentoratdurgence.needs.intake;

import static fr.mentoratdurgence.needs.intake.NeedRejection.NOTHING_TO_CORRECT;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NOTHING_TO_UNDO;

import fr.mentoratdurgence.needs.intake.Need.Attempt;
import fr.mentoratdurgence.needs.intake.Need.Call;
import fr.mentoratdurgence.needs.intake.Need.Lent;
import fr.mentoratdurgence.needs.intake.Need.Qualified;
import fr.mentoratdurgence.needs.intake.Need.Taken;
import fr.mentoratdurgence.needs.intake.Need.Waiting;
import fr.mentoratdurgence.needs.intake.Need.Withdrawn;
import fr.mentoratdurgence.needs.intake.NeedCommand.CorrectCall;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallAmendment;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttemptUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.HandOverReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualificationUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReleased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawalUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ReleaseReason;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of taking back what a click has done by mistake, as long as nobody has built on it. Pure. */
final class UndoneAct {
    private UndoneAct() {}

    static List<NeedEvent> decide(Need need, UndoAct c) {
        return switch (c.what()) {
            case CLAIM -> {
                Taken taken = there(NeedDecider.takenOf(need));
                yield List.of(new NeedReleased(c.need(), taken.referent(), ReleaseReason.TAKEN_BY_MISTAKE, c.today()));
            }
            case CALL -> List.of(takenBack(need, there(last(need)), CallAmendment.TAKEN_BACK));
            case QUALIFICATION -> {
                Qualified qualified = there(need instanceof Qualified q ? q : null);
                Waiting before = there(qualified.before());
                yield List.of(new NeedQualificationUndone(c.need(), before.request(), qualified.on()));
            }
            case WITHDRAWAL -> {
                Withdrawn withdrawn = there(need instanceof Withdrawn w ? w : null);
                yield List.of(new NeedWithdrawalUndone(
                        c.need(), withdrawn.reason(), withdrawn.before() instanceof Qualified));
            }
            case HAND_OVER -> {
                Taken taken = there(NeedDecider.takenOf(need));
                Taken before = there(taken.before());
                Lent lent = before.lent();
                yield List.of(new NeedHandedOver(
                        c.need(),
                        taken.referent(),
                        before.referent(),
                        HandOverReason.UNDONE,
                        lent == null ? null : lent.until(),
                        c.by(),
                        taken.on()));
            }
        };
    }

    /** It is taken back, and told as it was; what was built on it, a need that is qualified, stands. */
    static List<NeedEvent> correct(Need need, CorrectCall c) {
        Attempt last = last(need);
        if (last == null || last.fact().reached() == c.reached()) {
            throw new Rejection(NOTHING_TO_CORRECT);
        }
        ContactAttempted call = last.fact();
        return List.of(
                takenBack(need, last, c.reason()),
                new ContactAttempted(c.need(), call.referent(), c.reached(), call.occurredOn()));
    }

    private static ContactAttemptUndone takenBack(Need need, Attempt last, CallAmendment reason) {
        ContactAttempted call = last.fact();
        return new ContactAttemptUndone(
                call.need(),
                call.referent(),
                call.reached(),
                call.occurredOn(),
                need instanceof Waiting && last.before() == Call.OVERDUE,
                reason);
    }

    static Need evolve(Need need, NeedEvent undone) {
        return switch (need) {
            case Waiting w when undone instanceof ContactAttemptUndone -> w.uncalled();
            case Qualified q when undone instanceof ContactAttemptUndone -> q.called(null);
            case Qualified q when undone instanceof NeedQualificationUndone -> Objects.requireNonNull(q.before());
            case Withdrawn w when undone instanceof NeedWithdrawalUndone -> w.before();
            default -> need;
        };
    }

    private static @Nullable Attempt last(Need need) {
        return switch (need) {
            case Waiting w -> w.last();
            case Qualified q -> q.last();
            default -> null;
        };
    }

    private static <T> T there(@Nullable T found) {
        if (found == null) {
            throw new Rejection(NOTHING_TO_UNDO);
        }
        return found;
    }
}
