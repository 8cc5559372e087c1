package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareBoard.AlertRow;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairForm;
import fr.mentoratdurgence.followup.pairs.PairNames;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkField;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Puts off all that is open of many pairs, until one day. */
@Component
class SnoozeMany implements BulkAct, BulkUndo {
    private static final String UNTIL = "jusquau";

    private final PairBoard pairs;
    private final CareBoard board;
    private final CareActs acts;
    private final OperationDay day;
    private final Texts texts;

    SnoozeMany(PairBoard pairs, CareBoard board, CareActs acts, OperationDay day, Texts texts) {
        this.pairs = pairs;
        this.board = board;
        this.acts = acts;
        this.day = day;
        this.texts = texts;
    }

    @Override
    public String code() {
        return "report";
    }

    @Override
    public List<BulkField> fields(Person person, List<String> chosen, Map<String, String> typed) {
        String first = day.today().plusWeeks(1).toString();
        return List.of(BulkField.date(UNTIL, texts.of("lot.report.jusquau"), typed.getOrDefault(UNTIL, first)));
    }

    @Override
    public void check(Map<String, String> typed) {
        PairForm form = new PairForm(typed);
        LocalDate until = form.day(UNTIL);
        form.check();
        CareDecider.snoozable(until, day.today());
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        List<PairRow> rows = pairs.among(person, chosen).stream()
                .filter(row -> PairBoard.manages(person, row))
                .toList();
        Map<String, List<AlertRow>> open =
                board.open(rows.stream().map(PairRow::pair).toList(), day.today());
        return rows.stream()
                .map(row -> {
                    List<AlertRow> alerts = open.getOrDefault(row.pair(), List.of());
                    String page = "/suivi/binomes/" + row.pair() + "/accompagnement";
                    return alerts.isEmpty()
                            ? BulkRow.cannot(row.pair(), PairNames.of(row, texts), page, texts.of("lot.report.sans"))
                            : BulkRow.can(
                                    row.pair(),
                                    PairNames.of(row, texts),
                                    page,
                                    texts.of("lot.report.dit", alerts.size()));
                })
                .toList();
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        PairRow row = acts.inCharge(person, id);
        LocalDate until = new PairForm(typed).day(UNTIL);
        List<AlertRow> alerts = board.open(List.of(id), day.today()).getOrDefault(id, List.of());
        if (alerts.isEmpty()) {
            throw new Rejection(CareRejection.NO_SUCH_ALERT);
        }
        each(alerts, context, (kind, one) -> acts.snooze(row, kind, until, one));
    }

    @Override
    public void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context) {
        PairRow row = acts.inCharge(person, id);
        LocalDate until = new PairForm(typed).day(UNTIL);
        List<AlertRow> putOff = board.alerts(id).stream()
                .filter(alert -> alert.resolvedOn() == null && until.equals(alert.snoozedUntil()))
                .toList();
        if (putOff.isEmpty()) {
            throw new Rejection(CareRejection.NO_LONGER_UNDONE);
        }
        each(putOff, context, (kind, one) -> acts.reopen(row, kind, one));
    }

    /** The first one goes last and bears the id of the whole: it is done when all are. */
    private static void each(List<AlertRow> alerts, CommandContext context, BiConsumer<AlertKind, CommandContext> act) {
        for (AlertRow alert : alerts.reversed()) {
            CommandContext one = alert.equals(alerts.getFirst())
                    ? context
                    : context.child(alert.kind().toString());
            AlertKind kind = alert.kind().known();
            if (kind != null) {
                act.accept(kind, one);
            }
        }
    }
}
