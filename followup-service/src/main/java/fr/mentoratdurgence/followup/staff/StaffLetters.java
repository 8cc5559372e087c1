package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes to the team, in the transaction of what is to be told; the same fact told again is one letter. */
public final class StaffLetters {
    private final StaffBoard board;
    private final StaffBook book;
    private final Letters letters;

    StaffLetters(StaffBoard board, StaffBook book, Letters letters) {
        this.board = board;
        this.book = book;
        this.letters = letters;
    }

    /**
     * Somebody follows a running pair whose mentor is looked into.
     *
     * @param account who follows it
     * @param fact    id of what was heard
     */
    public void pairToReview(String account, String mentor, String fact) {
        letter(account, fact, StaffLetter.PAIR_TO_REVIEW, Map.of())
                .map(letter -> letter.until(review(mentor)))
                .ifPresent(letters::write);
    }

    /**
     * Somebody follows needs from now on: one letter for all that one colleague hands over on a day.
     *
     * @param account who has them
     * @param handed  from whom, and on which day
     */
    public void needsHandedOver(String account, String handed) {
        letter(account, handed, StaffLetter.NEEDS_HANDED_OVER, Map.of())
                .map(letter -> letter.until("needs-handed:" + account + ":" + handed))
                .ifPresent(letters::write);
    }

    /** That was a mistake. */
    public void needsHandOverUndone(String account, String handed) {
        letters.settle("needs-handed:" + account + ":" + handed);
    }

    /**
     * Nobody called a school by the promised day: who follows it and the coordinators of its territory are told, once for
     * all schools of a day.
     *
     * @param referent account of who took the need; null = nobody did
     * @param on       the day on which it is told
     */
    public void callOverdue(@Nullable String referent, String departement, LocalDate on) {
        board.answering(referent, departement).stream()
                .filter(book::reaches)
                .forEach(staff -> letters.write(Letter.of(
                        staff + ":" + on + ":" + StaffLetter.CALL_OVERDUE,
                        StaffLetter.CALL_OVERDUE,
                        staff,
                        Map.of("on", on.toString()))));
    }

    /** The team has decided about this mentor. */
    public void reviewed(String mentor) {
        letters.settle(review(mentor));
    }

    /**
     * Somebody of the team follows what somebody else followed; one letter for all of a desk.
     *
     * @param from account of who did
     * @param to   account of who does now
     */
    public void handedOver(String from, String to, @Nullable LocalDate until, String desk) {
        Map<String, String> said =
                until == null ? Map.of("from", from) : Map.of("from", from, "until", until.toString());
        letter(to, desk, StaffLetter.HANDOVER_RECEIVED, said)
                .map(letter -> letter.until(handed(from, to)))
                .ifPresent(letters::write);
    }

    /**
     * That was a mistake; who was not told yet is not told of it, unless other pairs that went with it stay.
     *
     * @param undone the pair, and those that come back in the same act
     */
    public void handOverUndone(String from, String to, String pair, Collection<String> undone) {
        if (!board.othersWent(from, to, pair, undone)) {
            letters.settle(handed(from, to));
        }
    }

    private static String handed(String from, String to) {
        return "handed:" + from + ":" + to;
    }

    /** Whether this account is still somebody's of the team, as far as is known. */
    public boolean isHere(String account) {
        return !board.hasLeft(account);
    }

    /** One letter for a reason, to who has this account; nobody where it reaches nobody. */
    private Optional<Letter> letter(String account, String reason, StaffLetter kind, Map<String, String> said) {
        return board.under(account)
                .filter(book::reaches)
                .map(staff -> Letter.of(reason + ":" + staff + ":" + kind, kind, staff, said));
    }

    private static String review(String mentor) {
        return "review:" + mentor;
    }
}
