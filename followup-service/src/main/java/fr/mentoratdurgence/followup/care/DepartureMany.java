package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.DepartureActs.Leaving;
import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import fr.mentoratdurgence.followup.pairs.PairForm;
import fr.mentoratdurgence.followup.pairs.PairNames;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.SeatAfterwards;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkField;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.web.Choice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A mentor leaves: for each pair the structure is called, and it is said what becomes of the place. The reason is one for
 * all; the place and the call are each pair's own.
 */
@Component
class DepartureMany implements BulkAct {
    static final String CODE = "depart";

    private static final String WHY = "motif";
    private static final String ENDED = "finLe";
    private static final String SEAT = "suite-";
    private static final String KEPT = "gardee-";
    private static final String CALLED = "appel-";
    private static final String NOT_YET = "pas-encore";

    private final DepartureActs acts;
    private final OperationDay day;
    private final Texts texts;

    DepartureMany(DepartureActs acts, OperationDay day, Texts texts) {
        this.acts = acts;
        this.day = day;
        this.texts = texts;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<BulkField> fields(Person person, List<String> chosen, Map<String, String> typed) {
        String known =
                DepartureActs.reason(acts.among(person, chosen)).map(Enum::name).orElse("");
        return List.of(
                BulkField.dropdown(
                        WHY,
                        texts.of("suivi.acte.interruption.motif"),
                        Choice.of(
                                texts,
                                "interruption.",
                                Arrays.stream(InterruptionReason.values())
                                        .filter(InterruptionReason::ofDeparture)
                                        .toArray(InterruptionReason[]::new)),
                        typed.getOrDefault(WHY, known)),
                BulkField.date(
                        ENDED,
                        texts.of("suivi.fin.jour"),
                        typed.getOrDefault(ENDED, day.today().toString())));
    }

    @Override
    public void check(Map<String, String> typed) {
        PairForm form = new PairForm(typed);
        InterruptionReason _ = form.choice(WHY, InterruptionReason.class);
        LocalDate _ = form.dayOr(ENDED, day.today());
        form.check();
        Violations wrong = new Violations();
        typed.forEach((field, value) -> {
            if (field.startsWith(SEAT) && value.equals(SeatAfterwards.HOLD.name())) {
                String kept = KEPT + field.substring(SEAT.length());
                LocalDate until = wrong.day(kept, typed.get(kept));
                if (until == null || !until.isAfter(day.today())) {
                    wrong.add(kept, "lot.depart.gardee.manque");
                }
            }
        });
        wrong.throwIfAny();
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        List<PairRow> rows = acts.among(person, chosen);
        InterruptionReason reason = Code.known(InterruptionReason.class, typed.get(WHY))
                .or(() -> DepartureActs.reason(rows))
                .orElse(InterruptionReason.MENTOR_NO_TIME);
        return rows.stream().map(row -> look(row, reason, typed)).toList();
    }

    private BulkRow look(PairRow row, InterruptionReason reason, Map<String, String> typed) {
        String page = "/suivi/binomes/" + row.pair();
        if (!row.open()) {
            return BulkRow.cannot(row.pair(), PairNames.of(row, texts), page, texts.of("lot.depart.fini"));
        }
        SeatAfterwards seat = Code.known(SeatAfterwards.class, typed.get(SEAT + row.pair()))
                .orElseGet(() -> SeatAfterwards.of(reason));
        String place = texts.of(
                "suivi.binome.place",
                texts.word("niveau.court", row.terms().levelBand()),
                row.terms().seat(),
                row.terms().line());
        return BulkRow.can(row.pair(), PairNames.of(row, texts), page, place + ". " + says(row, reason, seat))
                .asking(questions(row, seat, typed), "/besoins/" + row.terms().need() + "/contact");
    }

    private String says(PairRow row, InterruptionReason reason, SeatAfterwards seat) {
        if (!row.live()) {
            return texts.of("lot.depart.gardee.fin") + " " + texts.of("lot.depart.gardee.suite." + seat);
        }
        String mentor = reason == InterruptionReason.SAFEGUARDING ? "lot.depart.mentor.non" : "lot.depart.mentor.oui";
        return texts.of("lot.depart.fin") + " " + texts.of("lot.depart.suite." + seat) + " " + texts.of(mentor);
    }

    private List<BulkField> questions(PairRow row, SeatAfterwards seat, Map<String, String> typed) {
        String pair = row.pair();
        return List.of(
                BulkField.dropdown(
                        CALLED + pair,
                        texts.of("lot.depart.appel"),
                        Stream.of(NOT_YET, "oui", "non")
                                .map(code -> new Choice(code, texts.of("lot.depart.appel." + code)))
                                .toList(),
                        typed.getOrDefault(CALLED + pair, NOT_YET)),
                BulkField.dropdown(
                        SEAT + pair,
                        texts.of("suivi.interruption.suite"),
                        Choice.of(texts, "suivi.suite.", SeatAfterwards.values()),
                        seat.name()),
                BulkField.date(
                        KEPT + pair, texts.of("suivi.interruption.gardee"), typed.getOrDefault(KEPT + pair, "")));
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        PairForm form = new PairForm(typed);
        InterruptionReason reason = form.choice(WHY, InterruptionReason.class);
        LocalDate endedOn = form.dayOr(ENDED, day.today());
        LocalDate heldUntil = form.maybeDay(KEPT + id);
        form.check();
        String called = typed.getOrDefault(CALLED + id, "");
        acts.leave(
                person,
                id,
                new Leaving(
                        reason,
                        Code.known(SeatAfterwards.class, typed.get(SEAT + id)).orElse(null),
                        heldUntil,
                        endedOn,
                        called.equals("oui") ? Boolean.TRUE : called.equals("non") ? Boolean.FALSE : null),
                context);
    }
}
