package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.IntakeCommand.HandOver;
import fr.mentoratdurgence.needs.intake.IntakeCommand.UndoAll;
import fr.mentoratdurgence.needs.intake.NeedCommand.HandOverNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReleaseNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedEvent.HandOverReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.ReleaseReason;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who follows a need gives it back, or hands it over; a coordinator does the same for anybody of the own territory. */
@Component
class HandOverActs {
    private final NeedBoard board;
    private final ColleagueBook colleagues;
    private final Commands commands;
    private final OperationDay day;
    private final Clock clock;

    HandOverActs(NeedBoard board, ColleagueBook colleagues, Commands commands, OperationDay day, Clock clock) {
        this.board = board;
        this.colleagues = colleagues;
        this.commands = commands;
        this.day = day;
        this.clock = clock;
    }

    /**
     * What is asked of a hand-over.
     *
     * @param to     account of who gets the needs
     * @param until  the first day on which they are the first one's again; null = for good
     */
    record Asked(
            String from,
            List<String> needs,
            @Nullable String to,
            @Nullable HandOverReason reason,
            @Nullable LocalDate until) {}

    /** What this account follows, where the person may hand it over; empty otherwise. */
    List<NeedView> desk(String account, Person person) {
        return mayActFor(account, person) ? board.followedBy(account, person) : List.of();
    }

    /** Who may be given all of these needs, the least loaded first. */
    List<ColleagueBook.Colleague> receivers(List<NeedView> needs, String from) {
        Set<String> departements = needs.stream().map(NeedView::departement).collect(Collectors.toSet());
        return colleagues.covering(departements).stream()
                .filter(one -> !one.account().equals(from))
                .toList();
    }

    /** All of them go to a colleague, or none; answers how many. */
    int handOver(Asked asked, Person person, CommandContext context) {
        Violations wrong = new Violations();
        List<NeedView> needs = desk(asked.from(), person).stream()
                .filter(need -> asked.needs().contains(need.need()))
                .toList();
        String to = asked.to();
        if (needs.isEmpty()) {
            wrong.add("besoins", "passation.besoins.manquants");
        }
        if (to == null || to.isBlank()) {
            wrong.add("vers", "passation.vers.manquant");
        } else if (receivers(needs, asked.from()).stream()
                .noneMatch(one -> one.account().equals(to))) {
            wrong.add("vers", "passation.vers.territoire");
        }
        if (asked.reason() == null || !asked.reason().said()) {
            wrong.add("motif", "passation.motif.manquant");
        }
        wrong.throwIfAny();
        List<HandOverNeed> all = needs.stream()
                .map(need -> new HandOverNeed(new NeedHandedOver(
                        need.need(),
                        asked.from(),
                        Objects.requireNonNull(to),
                        Objects.requireNonNull(asked.reason()),
                        asked.until(),
                        person.account(),
                        day.today())))
                .toList();
        String _ = commands.send(new HandOver(all), context);
        return all.size();
    }

    /** What went from this desk in the last ten minutes comes back; answers how many. */
    int undo(String from, Person person, CommandContext context) {
        List<UndoAct> all = mayActFor(from, person)
                ? board.handedOver(from, clock.instant().minus(Undo.WITHIN), person).stream()
                        .map(need -> new UndoAct(need.need(), Undoable.HAND_OVER, person.account(), day.today()))
                        .toList()
                : List.of();
        if (all.isEmpty()) {
            throw new Rejection(NeedRejection.NOTHING_TO_UNDO);
        }
        String _ = commands.send(new UndoAll(all), context);
        return all.size();
    }

    /** Anybody of the team may take it from now on. */
    void release(NeedView need, @Nullable ReleaseReason reason, Person person, CommandContext context) {
        String referent = need.referent();
        if (referent == null) {
            throw new Rejection(NeedRejection.NO_REFERENT);
        }
        if (!mayActFor(referent, person)) {
            throw new Rejection(NeedRejection.NOT_YOURS);
        }
        if (reason == null) {
            new Violations().add("motif", "rendre.motif.manquant").throwIfAny();
        }
        String _ = commands.send(
                new Act(new ReleaseNeed(need.need(), referent, Objects.requireNonNull(reason), day.today())), context);
    }

    boolean mayActFor(String account, Person person) {
        return person.account().equals(account) || person.has("coordinator");
    }
}
