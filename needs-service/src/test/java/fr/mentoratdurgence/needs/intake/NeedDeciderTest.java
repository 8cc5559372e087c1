package fr.mentoratdurgence.needs.intake;

import static fr.mentoratdurgence.needs.intake.NeedRejection.*;
import static fr.mentoratdurgence.needs.intake.NeedRejection.HANDED_TO_THE_SAME;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NOTHING_TO_CORRECT;
import static fr.mentoratdurgence.needs.intake.NeedRejection.NO_REFERENT;
import static fr.mentoratdurgence.needs.intake.NeedRejection.RETURN_NOT_LATER;
import static fr.mentoratdurgence.needs.intake.NeedRejection.TAKEN_BY_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.intake.NeedCommand.AskStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.AssignReferent;
import fr.mentoratdurgence.needs.intake.NeedCommand.CorrectCall;
import fr.mentoratdurgence.needs.intake.NeedCommand.DeclareNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.HandOverNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.LogContactAttempt;
import fr.mentoratdurgence.needs.intake.NeedCommand.NoticeContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedCommand.QualifyNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReleaseNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReturnNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReviseLineCount;
import fr.mentoratdurgence.needs.intake.NeedCommand.SayStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.StateCallTimes;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedCommand.WithdrawNeed;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallAmendment;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallTimesStated;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttemptUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.HandOverReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineCountRevised;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualified;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReferentAssigned;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReleased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawn;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedEvent.ReleaseReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededAsked;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededSaid;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedDeciderTest {
    private static final String NEED = "need-1";
    private static final String STRUCTURE = "structure-0940176F";
    private static final String ANNA = "account-anna";
    private static final String BASILE = "account-basile";
    private static final LocalDate MONDAY = LocalDate.of(2020, 4, 6);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final DeciderFixture<NeedCommand, Need, NeedEvent> need = new DeciderFixture<>(NeedDecider.DECIDER);

    @Test
    void a_structure_declares_what_it_needs() {
        need.given().when(declare(line(1, 12))).then(declared(line(1, 12)));
    }

    @Test
    void a_need_is_declared_once() {
        need.given(declared(line(1, 12))).when(declare(line(1, 12))).thenRejected(ALREADY_DECLARED);
        need.given(toQualified()).when(declare(line(1, 12))).thenRejected(ALREADY_DECLARED);
    }

    @Test
    void whether_mentors_are_still_needed_is_asked_of_a_confirmed_need_where_somebody_has_none() {
        need.given(toQualified()).when(new AskStillNeeded(NEED, 0, TUESDAY)).then(new StillNeededAsked(NEED, TUESDAY));
        need.given(toQualified()).when(new AskStillNeeded(NEED, 1000, TUESDAY)).thenNothing();
        need.given(declared(line(1, 12)))
                .when(new AskStillNeeded(NEED, 0, TUESDAY))
                .thenNothing();
        need.given(toQualified()).when(new SayStillNeeded(NEED, TUESDAY)).then(new StillNeededSaid(NEED, TUESDAY));
        need.given(declared(line(1, 12)))
                .when(new SayStillNeeded(NEED, TUESDAY))
                .thenNothing();
    }

    @Test
    void a_claim_is_given_back_at_any_time_by_who_has_it_and_taken_by_another() {
        NeedReleased given = new NeedReleased(NEED, ANNA, ReleaseReason.NO_TIME, TUESDAY);
        ReleaseNeed release = new ReleaseNeed(NEED, ANNA, ReleaseReason.NO_TIME, TUESDAY);
        need.given(declared(line(1, 12))).when(release).thenRejected(NO_REFERENT);
        need.given(declared(line(1, 12)), assigned(BASILE)).when(release).thenRejected(TAKEN_BY_ANOTHER);
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(true))
                .when(release)
                .then(given);
        need.given(toQualified()).when(release).then(given);
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(true), given)
                .when(new AssignReferent(NEED, BASILE, TUESDAY))
                .then(new NeedReferentAssigned(NEED, BASILE, TUESDAY));
    }

    @Test
    void a_need_is_handed_over_for_good_or_until_a_day_on_which_it_comes_back() {
        LocalDate until = TUESDAY.plusDays(7);
        NeedHandedOver lent = handedOver(ANNA, BASILE, until);
        need.given(toQualified())
                .when(new HandOverNeed(
                        new NeedHandedOver(NEED, ANNA, BASILE, HandOverReason.ABSENT, until, ANNA, TUESDAY)))
                .then(lent);
        need.given(toQualified())
                .when(new HandOverNeed(
                        new NeedHandedOver(NEED, ANNA, ANNA, HandOverReason.ABSENT, null, ANNA, TUESDAY)))
                .thenRejected(HANDED_TO_THE_SAME);
        need.given(toQualified())
                .when(new HandOverNeed(
                        new NeedHandedOver(NEED, ANNA, BASILE, HandOverReason.ABSENT, TUESDAY, ANNA, TUESDAY)))
                .thenRejected(RETURN_NOT_LATER);
        need.given(declared(line(1, 12)), assigned(ANNA), lent)
                .when(new ReturnNeed(NEED, until.minusDays(1)))
                .then();
        need.given(declared(line(1, 12)), assigned(ANNA), lent)
                .when(new ReturnNeed(NEED, until))
                .then(new NeedHandedOver(NEED, BASILE, ANNA, HandOverReason.RETURNED, null, ANNA, until));
        need.given(declared(line(1, 12)), assigned(ANNA), handedOver(ANNA, BASILE, null))
                .when(new ReturnNeed(NEED, until))
                .then();
    }

    private static NeedHandedOver handedOver(String from, String to, @Nullable LocalDate until) {
        return new NeedHandedOver(NEED, from, to, HandOverReason.ABSENT, until, from, TUESDAY);
    }

    @Test
    void what_was_done_by_mistake_is_undone_and_all_is_as_it_was_before() {
        NeedHandedOver lent = handedOver(ANNA, BASILE, TUESDAY.plusDays(7));
        for (List<NeedEvent> before : List.<List<NeedEvent>>of(
                List.of(declared(line(1, 12)), assigned(ANNA)),
                List.of(declared(line(1, 12)), new NeedContactOverdue(NEED, MONDAY), assigned(ANNA)),
                List.of(declared(line(1, 12)), assigned(ANNA), attempted(true)),
                List.of(declared(line(1, 12)), assigned(ANNA), lent),
                List.of(toQualified()),
                List.of(declared(line(1, 12)), assigned(ANNA), attempted(true), lent))) {
            Need then = evolved(before);
            for (Undoable what : Undoable.values()) {
                NeedCommand act = switch (what) {
                    case CLAIM -> new AssignReferent(NEED, ANNA, TUESDAY);
                    case CALL -> new LogContactAttempt(NEED, ANNA, true, TUESDAY, TUESDAY);
                    case QUALIFICATION -> qualify(true, true);
                    case WITHDRAWAL -> new WithdrawNeed(NEED, WithdrawalReason.OTHER);
                    case HAND_OVER -> {
                        String has = then instanceof Need.Waiting w && w.taken() != null
                                ? w.taken().referent()
                                : ANNA;
                        yield new HandOverNeed(
                                new NeedHandedOver(NEED, has, "account-c", HandOverReason.LOAD, null, has, TUESDAY));
                    }
                };
                List<NeedEvent> done = tried(act, then);
                if (!done.isEmpty()) {
                    Need after = evolved(
                            Stream.concat(before.stream(), done.stream()).toList());
                    List<NeedEvent> undone = tried(new UndoAct(NEED, what, BASILE, TUESDAY), after);
                    assertThat(undone).as("%s of %s", what, before).hasSize(1);
                    assertThat(withoutLast(NeedDecider.DECIDER.evolve().apply(after, undone.getFirst())))
                            .as("%s of %s", what, before)
                            .isEqualTo(withoutLast(then));
                }
            }
        }
    }

    /** Of each act the last one is remembered alone: the one before it can be undone no more. */
    private static Need withoutLast(Need need) {
        return switch (need) {
            case Need.Waiting w -> new Need.Waiting(w.request(), withoutBefore(w.taken()), w.call(), null);
            case Need.Qualified q ->
                new Need.Qualified(q.request(), withoutBefore(q.taken()), q.on(), null, (Need.Waiting)
                        withoutLast(Objects.requireNonNull(q.before())));
            default -> need;
        };
    }

    private static Need.@Nullable Taken withoutBefore(Need.@Nullable Taken taken) {
        return taken == null ? null : new Need.Taken(taken.referent(), taken.on(), taken.lent(), null);
    }

    private static Need evolved(List<NeedEvent> history) {
        Need need = NeedDecider.DECIDER.initial();
        for (NeedEvent event : history) {
            need = NeedDecider.DECIDER.evolve().apply(need, event);
        }
        return need;
    }

    private static List<NeedEvent> tried(NeedCommand command, Need need) {
        try {
            return List.copyOf(NeedDecider.DECIDER.decide().apply(command, need));
        } catch (Rejection _) {
            return List.of();
        }
    }

    @Test
    void a_call_that_went_otherwise_is_taken_back_and_told_as_it_was_and_a_qualified_need_stays_so() {
        ContactAttempted reached = new ContactAttempted(NEED, ANNA, true, TUESDAY);
        ContactAttempted missed = new ContactAttempted(NEED, ANNA, false, TUESDAY);
        need.given(declared(line(1, 12)), new NeedReferentAssigned(NEED, ANNA, TUESDAY), missed)
                .when(new CorrectCall(NEED, true, CallAmendment.OTHERWISE))
                .then(new ContactAttemptUndone(NEED, ANNA, false, TUESDAY, false, CallAmendment.OTHERWISE), reached);
        need.given(declared(line(1, 12)), new NeedReferentAssigned(NEED, ANNA, TUESDAY), reached)
                .when(new CorrectCall(NEED, true, CallAmendment.OTHERWISE))
                .thenRejected(NOTHING_TO_CORRECT);
        need.given(declared(line(1, 12)))
                .when(new CorrectCall(NEED, true, CallAmendment.MISTYPED))
                .thenRejected(NOTHING_TO_CORRECT);
        List<NeedEvent> qualified = List.of(toQualified());
        need.given(Stream.concat(qualified.stream(), Stream.of(reached)).toList())
                .when(new CorrectCall(NEED, false, CallAmendment.MISTYPED))
                .then(new ContactAttemptUndone(NEED, ANNA, true, TUESDAY, false, CallAmendment.MISTYPED), missed);
        List<NeedEvent> mended = List.of(
                reached, new ContactAttemptUndone(NEED, ANNA, true, TUESDAY, false, CallAmendment.MISTYPED), missed);
        assertThat(evolved(Stream.concat(qualified.stream(), mended.stream()).toList()))
                .isInstanceOf(Need.Qualified.class);
    }

    @Test
    void a_qualification_on_which_somebody_has_built_stays() {
        UndoAct undo = new UndoAct(NEED, Undoable.QUALIFICATION, ANNA, TUESDAY);
        NeedEvent fewer = new NeedLineCountRevised(NEED, 1, 12, 10, RevisionReason.FEWER_PLACES);
        need.given(Stream.concat(Stream.of(toQualified()), Stream.of(fewer)).toList())
                .when(undo)
                .thenRejected(NOTHING_TO_UNDO);
        need.given(declared(line(1, 12))).when(undo).thenRejected(NOTHING_TO_UNDO);
    }

    @Test
    void when_to_call_is_said_with_the_need_or_later() {
        List<HalfDay> times = List.of(HalfDay.MONDAY_MORNING);
        need.given()
                .when(new DeclareNeed(declared(line(1, 12)), times))
                .then(declared(line(1, 12)), new CallTimesStated(NEED, times));
        need.given(declared(line(1, 12))).when(new StateCallTimes(NEED, times)).then(new CallTimesStated(NEED, times));
        need.given().when(new StateCallTimes(NEED, times)).thenRejected(UNKNOWN_NEED);
    }

    @Test
    void that_nobody_called_by_the_day_is_told_once_on_the_day_after() {
        NoticeContactOverdue tuesday = new NoticeContactOverdue(NEED, MONDAY, TUESDAY);
        NeedContactOverdue overdue = new NeedContactOverdue(NEED, MONDAY);
        need.given(declared(line(1, 12)))
                .when(new NoticeContactOverdue(NEED, MONDAY, MONDAY))
                .thenNothing();
        need.given(declared(line(1, 12))).when(tuesday).then(overdue);
        need.given(declared(line(1, 12)), overdue).when(tuesday).thenNothing();
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(false))
                .when(tuesday)
                .thenNothing();
        need.given(toQualified()).when(tuesday).thenNothing();
        need.given(declared(line(1, 12)), overdue, assigned(ANNA), attempted(true))
                .when(qualify(true, false))
                .then(qualified());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501, 10_000})
    void a_line_has_1_to_500_places(int count) {
        Rejection refused =
                need.given().when(declare(line(1, 3), line(2, count))).thenRejected(COUNT_OUT_OF_RANGE);
        assertThat(refused.details()).containsEntry("line", "2");
    }

    @Test
    void a_need_has_1_to_20_lines() {
        need.given().when(declare()).thenRejected(LINES_OUT_OF_RANGE);
        need.given().when(declare(lines(20, 1))).then(declared(lines(20, 1)));
        need.given().when(declare(lines(21, 1))).thenRejected(LINES_OUT_OF_RANGE);
    }

    @Test
    void a_need_has_at_most_1000_places() {
        need.given().when(declare(lines(2, 500))).then(declared(lines(2, 500)));
        need.given().when(declare(line(1, 500), line(2, 500), line(3, 1))).thenRejected(TOTAL_OUT_OF_RANGE);
    }

    @Test
    void a_line_says_what_help_and_how_to_talk() {
        need.given()
                .when(declare(new NeedLine(
                        1, LevelBand.LYCEE_GT, 1, List.of(), List.of(), List.of(Channel.PHONE), List.of(), false)))
                .thenRejected(SUPPORT_MISSING);
        need.given()
                .when(declare(new NeedLine(
                        1, LevelBand.LYCEE_GT, 1, List.of(SupportKind.METHOD), List.of(), List.of(), List.of(), false)))
                .thenRejected(CHANNEL_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"840,840", "960,840", "840,870", "840,899", "-10,60", "1420,1480"})
    void a_slot_ends_after_it_starts_and_lasts_an_hour(int start, int end) {
        need.given().when(declare(withSlot(start, end))).thenRejected(SLOT_IMPOSSIBLE);
    }

    @Test
    void the_shortest_slot_and_midnight_are_fine() {
        need.given().when(declare(withSlot(840, 900))).then(declared(withSlot(840, 900)));
        need.given().when(declare(withSlot(1380, 1440))).then(declared(withSlot(1380, 1440)));
    }

    @Test
    void a_referent_takes_the_need_and_again_is_no_news() {
        need.given(declared(line(1, 12)))
                .when(new AssignReferent(NEED, ANNA, MONDAY))
                .then(assigned(ANNA));
        need.given(declared(line(1, 12)), assigned(ANNA))
                .when(new AssignReferent(NEED, ANNA, TUESDAY))
                .thenNothing();
    }

    @Test
    void who_comes_second_learns_who_has_the_need_and_since_when() {
        Rejection refused = need.given(declared(line(1, 12)), assigned(ANNA))
                .when(new AssignReferent(NEED, BASILE, TUESDAY))
                .thenRejected(TAKEN_BY_ANOTHER);
        assertThat(refused.details()).containsEntry("by", ANNA).containsEntry("since", "2020-04-06");
        need.given(toQualified())
                .when(new AssignReferent(NEED, BASILE, TUESDAY))
                .thenRejected(TAKEN_BY_ANOTHER);
    }

    @Test
    void a_contact_attempt_needs_a_referent_and_is_not_in_the_future() {
        need.given(declared(line(1, 12))).when(attempt(true, MONDAY)).thenRejected(NO_REFERENT);
        need.given(declared(line(1, 12)), assigned(ANNA))
                .when(attempt(true, TUESDAY.plusDays(1)))
                .thenRejected(CONTACT_IN_THE_FUTURE);
        need.given(declared(line(1, 12)), assigned(ANNA))
                .when(attempt(false, TUESDAY))
                .then(attempted(false));
    }

    @Test
    void a_need_is_qualified_after_a_call_for_a_verified_structure() {
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(true))
                .when(qualify(true, false))
                .then(qualified());
        need.given(toQualified()).when(qualify(true, false)).thenNothing();
    }

    @Test
    void without_referent_call_or_verified_structure_it_is_not_qualified() {
        need.given(declared(line(1, 12))).when(qualify(true, false)).thenRejected(NO_REFERENT);
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(false))
                .when(qualify(true, false))
                .thenRejected(NOBODY_REACHED);
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(true))
                .when(qualify(false, false))
                .thenRejected(STRUCTURE_NOT_VERIFIED);
    }

    @Test
    void one_answered_call_is_enough_whatever_comes_after() {
        need.given(declared(line(1, 12)), assigned(ANNA), attempted(true), attempted(false))
                .when(qualify(true, false))
                .then(qualified());
    }

    @Test
    void primary_school_lines_need_a_family_in_close_contact() {
        List<NeedEvent> past = List.of(declared(primary(1, false)), assigned(ANNA), attempted(true));
        need.given(past).when(qualify(true, false)).thenRejected(FAMILY_LINK_MISSING);
        need.given(past).when(qualify(true, true)).then(qualified(primary(1, true)));
        need.given(declared(primary(1, true)), assigned(ANNA), attempted(true))
                .when(qualify(true, false))
                .then(qualified(primary(1, true)));
    }

    @Test
    void lines_without_a_place_left_are_not_qualified() {
        List<NeedEvent> past = List.of(
                declared(line(1, 12), line(2, 5)),
                assigned(ANNA),
                attempted(true),
                new NeedLineCountRevised(NEED, 2, 5, 0, RevisionReason.FEWER_PLACES));
        need.given(past).when(qualify(true, false)).then(qualified(line(1, 12)));
        List<NeedEvent> none = new ArrayList<>(past);
        none.add(new NeedLineCountRevised(NEED, 1, 12, 0, RevisionReason.FEWER_PLACES));
        need.given(none).when(qualify(true, false)).thenRejected(NO_PLACE_LEFT);
    }

    @Test
    void a_number_of_places_can_be_revised_before_and_after_qualification() {
        need.given(declared(line(1, 12))).when(revise(1, 8)).then(revised(12, 8));
        need.given(toQualified()).when(revise(1, 0)).then(revised(12, 0));
        need.given(declared(line(1, 12)), revised(12, 8)).when(revise(1, 8)).thenNothing();
        need.given(declared(line(1, 12))).when(revise(2, 8)).thenRejected(UNKNOWN_LINE);
        need.given(declared(line(1, 12))).when(revise(1, 501)).thenRejected(COUNT_OUT_OF_RANGE);
        need.given(declared(line(1, 12))).when(revise(1, -1)).thenRejected(COUNT_OUT_OF_RANGE);
        need.given(declared(line(1, 12), line(2, 500), line(3, 480)))
                .when(revise(1, 21))
                .thenRejected(TOTAL_OUT_OF_RANGE);
    }

    @Test
    void a_need_can_be_withdrawn_at_any_time_and_then_rests() {
        need.given(declared(line(1, 12))).when(withdraw()).then(withdrawn());
        need.given(toQualified()).when(withdraw()).then(withdrawn());
        need.given(declared(line(1, 12)), withdrawn()).when(withdraw()).thenRejected(NEED_WITHDRAWN);
        need.given(declared(line(1, 12)), withdrawn()).when(revise(1, 8)).thenRejected(NEED_WITHDRAWN);
    }

    @Test
    void an_unknown_need_is_not_found() {
        need.given().when(withdraw()).thenRejected(UNKNOWN_NEED);
        need.given().when(qualify(true, true)).thenRejected(UNKNOWN_NEED);
    }

    /** Whatever people do in whatever order, the places stay within bounds and nothing is qualified without a call. */
    @Test
    void whatever_happens_the_law_holds() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<NeedEvent> past = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                NeedCommand command = anything(random);
                try {
                    past.addAll(NeedDecider.decide(command, need.given(past).state()));
                } catch (Rejection _) {
                    continue;
                }
                check(past, need.given(past).state(), "seed " + seed + " step " + step);
            }
        }
    }

    private static void check(List<NeedEvent> past, Need state, String where) {
        List<NeedLine> lines = switch (state) {
            case Need.Waiting w -> w.request().lines();
            case Need.Qualified q -> q.request().lines();
            case Need.Undeclared _, Need.Withdrawn _ -> List.of();
        };
        assertThat(lines.stream().mapToInt(NeedLine::count).sum()).as(where).isBetween(0, NeedDecider.MAX_PLACES);
        assertThat(lines).as(where).allMatch(l -> l.count() >= 0 && l.count() <= NeedLine.MAX_COUNT);
        if (state instanceof Need.Qualified) {
            assertThat(past).as(where).anyMatch(e -> e instanceof ContactAttempted a && a.reached());
            assertThat(lines).as(where).noneMatch(NeedLine::lacksFamilyLink);
        }
        assertThat(past.stream().filter(NeedReferentAssigned.class::isInstance).count())
                .as(where)
                .isLessThan(2);
        assertThat(past.stream().filter(NeedQualified.class::isInstance).count())
                .as(where)
                .isLessThan(2);
    }

    private static NeedCommand anything(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                declare(
                        random.nextBoolean() ? line(1, random.nextInt(520)) : primary(1, random.nextBoolean()),
                        line(2, random.nextInt(520)));
            case 2, 3 -> new AssignReferent(NEED, random.nextBoolean() ? ANNA : BASILE, MONDAY);
            case 4, 5 -> attempt(random.nextBoolean(), MONDAY.plusDays(random.nextInt(3)));
            case 6, 7 -> qualify(random.nextBoolean(), random.nextBoolean());
            case 8, 9, 10 -> revise(random.nextInt(1, 4), random.nextInt(-1, 520));
            default -> random.nextInt(8) == 0 ? withdraw() : revise(1, random.nextInt(500));
        };
    }

    private static NeedEvent[] toQualified() {
        return new NeedEvent[] {declared(line(1, 12)), assigned(ANNA), attempted(true), qualified()};
    }

    private static NeedLine line(int number, int count) {
        return new NeedLine(
                number,
                LevelBand.COLLEGE_4_3,
                count,
                List.of(SupportKind.HOMEWORK),
                List.of(Subject.MATHS),
                List.of(Channel.VIDEO),
                List.of(new WeeklySlot(DayOfWeek.WEDNESDAY, 840, 960)),
                false);
    }

    private static NeedLine primary(int number, boolean familyLink) {
        return new NeedLine(
                number,
                LevelBand.CM1_CM2,
                4,
                List.of(SupportKind.CULTURE),
                List.of(),
                List.of(Channel.PHONE),
                List.of(),
                familyLink);
    }

    private static NeedLine withSlot(int start, int end) {
        return new NeedLine(
                1,
                LevelBand.LYCEE_PRO,
                1,
                List.of(SupportKind.METHOD),
                List.of(),
                List.of(Channel.PHONE),
                List.of(new WeeklySlot(DayOfWeek.SUNDAY, start, end)),
                false);
    }

    private static NeedLine[] lines(int number, int count) {
        return IntStream.rangeClosed(1, number).mapToObj(n -> line(n, count)).toArray(NeedLine[]::new);
    }

    private static DeclareNeed declare(NeedLine... lines) {
        return new DeclareNeed(declared(lines), List.of());
    }

    private static NeedDeclared declared(NeedLine... lines) {
        return new NeedDeclared(NEED, asked(lines), Origin.FORM);
    }

    private static DeclaredNeed asked(NeedLine... lines) {
        return new DeclaredNeed(STRUCTURE, "94", "24", PriorityAudience.REP, List.of(lines), MONDAY);
    }

    private static NeedReferentAssigned assigned(String referent) {
        return new NeedReferentAssigned(NEED, referent, MONDAY);
    }

    private static LogContactAttempt attempt(boolean reached, LocalDate on) {
        return new LogContactAttempt(NEED, ANNA, reached, on, TUESDAY);
    }

    private static ContactAttempted attempted(boolean reached) {
        return new ContactAttempted(NEED, ANNA, reached, TUESDAY);
    }

    private static QualifyNeed qualify(boolean verified, boolean familyLinkAcknowledged) {
        return new QualifyNeed(NEED, verified, familyLinkAcknowledged, TUESDAY);
    }

    private static NeedQualified qualified(NeedLine... lines) {
        return new NeedQualified(NEED, ANNA, lines.length == 0 ? asked(line(1, 12)) : asked(lines), TUESDAY);
    }

    private static ReviseLineCount revise(int line, int count) {
        return new ReviseLineCount(NEED, line, count, RevisionReason.ERROR);
    }

    private static NeedLineCountRevised revised(int from, int to) {
        return new NeedLineCountRevised(NEED, 1, from, to, RevisionReason.ERROR);
    }

    private static WithdrawNeed withdraw() {
        return new WithdrawNeed(NEED, WithdrawalReason.SOLVED_ELSEWHERE);
    }

    private static NeedWithdrawn withdrawn() {
        return new NeedWithdrawn(NEED, WithdrawalReason.SOLVED_ELSEWHERE);
    }
}
