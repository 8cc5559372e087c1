package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.PairFact.Kind;
import fr.mentoratdurgence.followup.pairs.UndoActs.What;
import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.Colleagues.Follower;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.lists.BulkField;
import fr.mentoratdurgence.platform.lists.BulkRow;
import fr.mentoratdurgence.platform.lists.BulkUndo;
import fr.mentoratdurgence.platform.web.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands many pairs over to one colleague: one's own, or as a coordinator anybody's. */
@Component
class HandOverMany implements BulkAct, BulkUndo {
    private static final String TO = "a";
    private static final String UNTIL = "jusquAu";
    private static final Set<String> TEAM = Set.of("referent", "coordinator");

    private final PairBoard board;
    private final Colleagues colleagues;
    private final Commands commands;
    private final PairActs acts;
    private final UndoActs undo;
    private final HandOverChoices choices;
    private final OperationDay day;
    private final Texts texts;

    HandOverMany(
            PairBoard board,
            Colleagues colleagues,
            Commands commands,
            PairActs acts,
            UndoActs undo,
            HandOverChoices choices,
            OperationDay day,
            Texts texts) {
        this.board = board;
        this.colleagues = colleagues;
        this.commands = commands;
        this.acts = acts;
        this.undo = undo;
        this.choices = choices;
        this.day = day;
        this.texts = texts;
    }

    @Override
    public String code() {
        return "confier";
    }

    @Override
    public List<BulkField> fields(Person person, List<String> chosen, Map<String, String> typed) {
        List<PairRow> rows = rows(person, chosen);
        List<Choice> candidates = choices.of(
                one -> rows.isEmpty() || rows.stream().anyMatch(row -> DeskActs.mayFollow(one, row)), rows.size());
        return List.of(
                BulkField.dropdown(TO, texts.of("lot.confier.a"), candidates, typed.getOrDefault(TO, "")),
                BulkField.date(UNTIL, texts.of("lot.confier.jusquau"), typed.getOrDefault(UNTIL, "")));
    }

    @Override
    public void check(Map<String, String> typed) {
        PairForm form = new PairForm(typed);
        String to = form.word(TO);
        var _ = form.maybeDay(UNTIL);
        form.check();
        if (colleagues.follower(to).isEmpty()) {
            throw new Rejection(PairRejection.NO_SUCH_COLLEAGUE);
        }
    }

    @Override
    public List<BulkRow> look(Person person, List<String> chosen, Map<String, String> typed) {
        Follower to = colleagues.follower(typed.getOrDefault(TO, "")).orElse(null);
        return rows(person, chosen).stream()
                .map(row -> {
                    String page = "/suivi/binomes/" + row.pair();
                    return DeskActs.hindrance(person, row, to)
                            .map(why -> BulkRow.cannot(row.pair(), PairNames.of(row, texts), page, texts.of(why)))
                            .orElseGet(() -> BulkRow.can(
                                    row.pair(), PairNames.of(row, texts), page, texts.of("lot.confier.dit")));
                })
                .toList();
    }

    private List<PairRow> rows(Person person, List<String> chosen) {
        return board.among(person, chosen).stream()
                .filter(row -> PairBoard.manages(person, row))
                .toList();
    }

    @Override
    public void act(Person person, String id, Map<String, String> typed, CommandContext context) {
        PairForm form = new PairForm(typed);
        // all that goes at once is told in one letter
        String desk = "desk:" + context.commandId().replaceFirst(":.*", "");
        String _ = commands.send(new HandOver(id, form.word(TO), form.maybeDay(UNTIL), desk, day.today()), context);
    }

    @Override
    public void undo(Person person, String id, Map<String, String> typed, String key, CommandContext context) {
        Act act = acts.on(person, id, context);
        boolean there = act.row().terms().referent().equals(new PairForm(typed).word(TO));
        if (!there || isWorkedOn(board.facts(person, act.row()))) {
            throw new Rejection(PairRejection.NOTHING_TO_UNDO);
        }
        What _ = undo.undo(act, What.HAND_OVER);
    }

    /** Whether the team has noted anything about the pair since it went. */
    private static boolean isWorkedOn(List<PairFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind().is(Kind.HANDED_OVER))
                .map(PairFact::recordedAt)
                .max(Comparator.naturalOrder())
                .filter(handed -> facts.stream()
                        .anyMatch(fact ->
                                TEAM.contains(fact.role()) && fact.recordedAt().isAfter(handed)))
                .isPresent();
    }
}
