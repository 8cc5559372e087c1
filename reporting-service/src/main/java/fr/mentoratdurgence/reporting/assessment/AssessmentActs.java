package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.PublishAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RecordFigures;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RequestAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.SealAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentComputed;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.CodeVersion;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Acts on assessments. A request that was cut off half-way stays a request: its figures are worked out again. */
public final class AssessmentActs {
    private static final String VERSION = "version-" + CodeVersion.TEXT.replace('.', '-');

    /** Works out the figures of a question. */
    @FunctionalInterface
    public interface Figures {
        /** The exact figures of a territory, and what everybody may see of them. */
        Both of(Scope scope);
    }

    /**
     * The exact figures, and what everybody may see of them.
     *
     * @param facts facts counted, by service
     * @param segments SHA-256 of the sealed days that end before the instant
     */
    public record Both(Bilan exact, Bilan published, List<Figure.Part> facts, List<String> segments) {}

    private final AssessmentBoard board;
    private final Commands commands;
    private final Ids ids;

    AssessmentActs(AssessmentBoard board, Commands commands, Ids ids) {
        this.board = board;
        this.commands = commands;
        this.ids = ids;
    }

    /** Asks for an assessment, which is to be worked out; the id of the first answer where it was asked twice. */
    public String request(Scope scope, @Nullable String corrects, CommandContext context) {
        return commands.send(new RequestAssessment(ids.next("assessment"), scope, corrects), context);
    }

    /** Works out the figures again; nothing happens where they are the same. */
    public void compute(String assessment, Figures figures, CommandContext context) {
        Both both = figures.of(board.find(assessment).scope());
        board.keep(both.exact());
        board.keep(both.published());
        String _ = commands.send(
                new RecordFigures(new AssessmentComputed(
                        assessment,
                        EventHash.of(both.exact().hash()),
                        EventHash.of(both.published().hash()),
                        both.exact().events(),
                        both.facts().stream().map(AssessmentActs::position).toList(),
                        both.segments().stream().map(EventHash::of).toList(),
                        VERSION)),
                context);
    }

    /** Seals what comes out today, if it is what was worked out. */
    public void seal(String assessment, Figures figures, CommandContext context) {
        Both both = figures.of(board.find(assessment).scope());
        String _ = commands.send(
                new SealAssessment(
                        assessment,
                        EventHash.of(both.exact().hash()),
                        EventHash.of(both.published().hash())),
                context);
    }

    /** Opens it to everybody. */
    public void publish(String assessment, CommandContext context) {
        String _ = commands.send(new PublishAssessment(assessment), context);
    }

    private static Position position(Figure.Part part) {
        String service = part.key().replace("/", "").replace("-service", "").toUpperCase(Locale.ROOT);
        return new Position(service.replaceAll("[^0-9A-Z_]", "_"), part.value().longValueExact());
    }
}
