package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.mentor.onboarding.Condition;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Proof;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.mentor.onboarding.Skill;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.platform.Code;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mentor in the API; never a name. */
public record MentorJson(
        String mentor,
        String reference,
        Code<MentorStatus> status,
        Code<Origin> origin,
        boolean adult,
        String departement,
        boolean anywhere,
        int capacity,
        List<Skill> skills,
        List<SupportKind> supports,
        List<Channel> channels,
        List<Slot> slots,
        LocalDate appliedOn,
        @Nullable String association,
        Set<Condition> missing,
        @Nullable LocalDate interviewOn,
        @Nullable ScreeningFailure refusalReason,
        @Nullable LocalDate authorisedOn,
        @Nullable Proof proof,
        int charterVersion,
        List<String> modules,
        boolean accountOpen,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate withdrewOn,
        @Nullable WithdrawalReason withdrawalReason,
        @Nullable LocalDate emailConfirmedOn) {

    /** A weekly slot in hours: {@code 14:00}. */
    public record Slot(DayOfWeek day, String start, String end) {

        /** The same slot, for people. */
        public static Slot of(WeeklySlot slot) {
            return new Slot(slot.day(), hour(slot.startMinute()), hour(slot.endMinute()));
        }

        private static String hour(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /** As it stands on that day. */
    public static MentorJson of(MentorRow row, OperationRules rules, LocalDate today) {
        return new MentorJson(
                row.mentor(),
                row.reference(),
                row.status(),
                row.origin(),
                row.adult(),
                row.departement(),
                row.offer().anywhere(),
                row.offer().capacity(),
                row.offer().skills(),
                row.offer().supports(),
                row.offer().channels(),
                row.offer().slots().stream().map(Slot::of).toList(),
                row.appliedOn(),
                row.association(),
                row.missing(rules, today),
                row.screenedOn(),
                row.refusal(),
                row.authorisedOn(),
                row.proof(),
                row.charter(),
                row.modules().stream().sorted().toList(),
                row.account() != null,
                row.activatedOn(),
                row.withdrewOn(),
                row.withdrawal(),
                row.emailConfirmedOn());
    }
}
