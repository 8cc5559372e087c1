package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ExclusionBoard;
import fr.mentoratdurgence.matching.board.ExclusionRow;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.LoadRejection;
import fr.mentoratdurgence.matching.proposing.MatchingCommand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftPairingExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftStructureExclusion;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.proposing.SeatsRejection;
import fr.mentoratdurgence.matching.running.HandChoice;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who keeps two apart, and who lets them be proposed to each other again; the same for pages and API. */
@Component
class ExclusionActs {
    /** How far an exclusion reaches; a reason that protects somebody always reaches as far as it can. */
    enum Scope {
        /** Every line of every need of the structure, also later ones. */
        STRUCTURE,
        /** This line alone: a misfit. */
        LINE
    }

    /**
     * Which exclusion: of a line, or of a structure whole.
     *
     * @param structure where no need is said
     */
    record Which(
            @Nullable String mentor,
            @Nullable String structure,
            @Nullable String need,
            @Nullable Integer line) {}

    private final LineActs lines;
    private final ExclusionBoard board;
    private final HandChoice choice;
    private final Commands commands;

    ExclusionActs(LineActs lines, ExclusionBoard board, HandChoice choice, Commands commands) {
        this.lines = lines;
        this.board = board;
        this.choice = choice;
        this.commands = commands;
    }

    /**
     * The two are not proposed to each other (again).
     *
     * @param scope null = the line alone
     * @return whether the mentor and the structure are kept apart whole
     */
    boolean exclude(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable String mentor,
            @Nullable ExclusionReason reason,
            @Nullable Scope scope,
            Violations missing,
            Person person,
            CommandContext context) {
        String chosenNeed = LineActs.present(need, "need", "choix.besoin.manquant", missing);
        String chosenMentor = LineActs.present(mentor, "mentor", "choix.mentor.manquant", missing);
        if (line == null) {
            missing.add("line", "choix.ligne.manquante");
        }
        if (reason == null) {
            missing.add("reason", "exclusion.motif.manquant");
        }
        missing.throwIfAny();
        FreeLine row = lines.line(chosenNeed, Objects.requireNonNull(line), person);
        if (!choice.knows(chosenMentor)) {
            throw new Rejection(LoadRejection.NO_SUCH_MENTOR);
        }
        ExcludePairing command = new ExcludePairing(
                row.need(),
                row.line(),
                chosenMentor,
                Objects.requireNonNull(reason),
                scope == Scope.STRUCTURE,
                person.account());
        var _ = commands.send(command, context);
        return command.keepsApart();
    }

    /** A coordinator lets the two be proposed to each other again. */
    void lift(Which which, @Nullable LiftReason reason, Violations missing, Person person, CommandContext context) {
        String mentor = LineActs.present(which.mentor(), "mentor", "choix.mentor.manquant", missing);
        if (reason == null) {
            missing.add("reason", "exclusions.levee.motif.manquant");
        }
        missing.throwIfAny();
        ExclusionRow row = board.standing(mentor, which.structure(), which.need(), which.line())
                .filter(standing -> person.covers(standing.departement()))
                .orElseThrow(() -> new Rejection(SeatsRejection.PAIRING_NOT_EXCLUDED));
        var _ = commands.send(lifting(row, Objects.requireNonNull(reason), person.account()), context);
    }

    private static MatchingCommand lifting(ExclusionRow row, LiftReason reason, String by) {
        String need = row.need();
        Integer line = row.line();
        return need == null || line == null
                ? new LiftStructureExclusion(row.structure(), row.mentor(), reason, by)
                : new LiftPairingExclusion(need, line, row.mentor(), reason, by);
    }
}
