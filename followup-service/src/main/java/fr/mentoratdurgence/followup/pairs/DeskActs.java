package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.DeskCommand.HandOverDesk;
import fr.mentoratdurgence.followup.pairs.DeskCommand.UndoDesk;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoHandOver;
import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.Colleagues.Follower;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who follows pairs hands them over, one or a whole desk, for good or until a day; a coordinator does it for anybody. The
 * same for the page and the API: all of them go, or none.
 */
@Component
class DeskActs {
    private static final int MOST = 500;

    private final PairBoard board;
    private final Colleagues colleagues;
    private final Commands commands;
    private final OperationDay day;
    private final Clock clock;

    DeskActs(PairBoard board, Colleagues colleagues, Commands commands, OperationDay day, Clock clock) {
        this.board = board;
        this.colleagues = colleagues;
        this.commands = commands;
        this.day = day;
        this.clock = clock;
    }

    /** Whose desk: one's own, where nothing is said; as a coordinator somebody else's. */
    static String desk(Person person, @Nullable String account) {
        if (account == null || account.isBlank() || account.equals(person.account())) {
            return person.account();
        }
        if (!person.has("coordinator")) {
            throw new Rejection(PairRejection.NOT_YOURS_TO_HAND_OVER);
        }
        return account;
    }

    /** What somebody follows, as far as this person may hand it over. */
    List<PairRow> pairs(Person person, String from) {
        return board.followedBy(person, from, MOST);
    }

    /** Who may be given all of these. */
    List<Follower> receivers(Collection<PairRow> pairs, String from) {
        return colleagues.followers().stream()
                .filter(one -> !one.account().equals(from))
                .filter(one -> pairs.stream().allMatch(row -> mayFollow(one, row)))
                .toList();
    }

    /** Whether this colleague could follow the pair from now on. */
    static boolean mayFollow(Follower to, PairRow row) {
        return unfit(to, row).isEmpty();
    }

    /**
     * Why this person cannot hand the pair over; nothing where it is possible.
     *
     * @param to who would follow it; null = not chosen yet
     */
    static Optional<Rejection> hindrance(Person person, PairRow row, @Nullable Follower to) {
        if (!row.live() && row.seatHeldUntil() == null) {
            return Optional.of(new Rejection(PairRejection.PAIR_ENDED));
        }
        if (!row.terms().referent().equals(person.account()) && !person.has("coordinator")) {
            return Optional.of(new Rejection(PairRejection.NOT_YOURS_TO_HAND_OVER));
        }
        return to == null ? Optional.empty() : unfit(to, row);
    }

    private static Optional<Rejection> unfit(Follower to, PairRow row) {
        PairTerms terms = row.terms();
        if (terms.referent().equals(to.account())) {
            return Optional.of(new Rejection(PairRejection.FOLLOWED_ALREADY));
        }
        return to.covers(terms.departement())
                ? Optional.empty()
                : Optional.of(
                        new Rejection(PairRejection.COLLEAGUE_ELSEWHERE, Map.of("departement", terms.departement())));
    }

    /**
     * All of them, or none; answers how many.
     *
     * @param chosen pairs of that desk; what is not of it is passed over
     * @param until  last day; null = for good
     */
    int handOver(
            Person person,
            String from,
            Collection<String> chosen,
            String to,
            @Nullable LocalDate until,
            CommandContext context) {
        List<PairRow> rows = pairs(person, from).stream()
                .filter(row -> chosen.contains(row.pair()))
                .toList();
        if (rows.isEmpty()) {
            throw new Rejection(PairRejection.NOTHING_TO_HAND_OVER);
        }
        Follower colleague = colleagues.follower(to).orElseThrow(() -> new Rejection(PairRejection.NO_SUCH_COLLEAGUE));
        rows.stream()
                .flatMap(row -> hindrance(person, row, colleague).stream())
                .findFirst()
                .ifPresent(why -> {
                    throw why;
                });
        String desk = "desk:" + context.commandId();
        String _ = commands.send(
                new HandOverDesk(rows.stream()
                        .map(row -> new HandOver(row.pair(), to, until, desk, day.today()))
                        .toList()),
                context);
        return rows.size();
    }

    /** What went from this desk in the last ten minutes comes back; answers how many. */
    int undo(Person person, String from, CommandContext context) {
        List<PairRow> rows = board.handedOver(person, from, clock.instant().minus(Undo.WITHIN), MOST);
        if (rows.isEmpty()) {
            throw new Rejection(PairRejection.NOTHING_TO_UNDO);
        }
        String _ = commands.send(
                new UndoDesk(
                        rows.stream().map(row -> new UndoHandOver(row.pair())).toList()),
                context);
        return rows.size();
    }
}
