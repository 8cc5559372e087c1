package fr.mentoratdurgence.gateway.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What somebody should look at now, by the limits of the alert rules (infra/observability), and the page of the runbooks
 * that says what to do. Here it counts from the first moment: rules wait a while before they wake somebody.
 */
final class Attention {
    private static final double LEAST_OF_DISK = 0.1;
    private static final String CERTIFICATE = "CertificateEnds";
    private static final long DAYS_OF_A_CERTIFICATE = 21;

    private Attention() {}

    /** @param above the figure counts where it is greater */
    record Limit(String figure, String of, double above, String runbook) {}

    /** A worry about a young person stands before all machines. */
    private static final Limit CONCERN = new Limit("mentorat.concerns.unanswered", "", 0, "ConcernUnanswered");

    private static final List<Limit> LIMITS = List.of(
            CONCERN,
            new Limit("mentorat.dead.letters", "forged", 0, "ForgedRecords"),
            new Limit("mentorat.publisher.stopped", "", 0, "PublisherStopped"),
            new Limit("mentorat.publisher.oldest", "", 120, "FactsNotTold"),
            new Limit("mentorat.dead.letters", "failed", 0, "DeadLetters"),
            new Limit("mentorat.history.behind", "", 900, "HistoryBehind"),
            new Limit("mentorat.letters.oldest", "", 900, "LettersLate"),
            new Limit("mentorat.letters.to.call", "", 50, "LettersToCall"),
            new Limit("mentorat.deadlines.oldest", "", 300, "DeadlinesLate"),
            new Limit("mentorat.deadlines.stuck", "", 0, "DeadlinesLate"),
            new Limit("hikaricp.connections.pending", "", 0, "ConnectionsExhausted"),
            new Limit("mentorat.gauges.age", "", 120, "FiguresOld"));

    private static final double MOST_TO_HEAR = 500;

    /**
     * Something to look at.
     *
     * @param part    whose it is: {@link OpsPart#id()}, or the host of a certificate
     * @param runbook name of the page
     */
    record Note(String part, String runbook) {
        /** The runbooks are one for each alert; a certificate is nobody's alert. */
        boolean hasPage() {
            return !runbook.equals(CERTIFICATE);
        }
    }

    static List<Limit> limits() {
        return LIMITS;
    }

    /** The gravest first. */
    static List<Note> to(List<PartSeen> parts, List<Certificates.Certificate> certificates) {
        List<Note> notes = new ArrayList<>();
        parts.stream()
                .filter(part -> is(part.most(CONCERN.figure(), CONCERN.of()), CONCERN.above()))
                .forEach(part -> notes.add(new Note(part.part().id(), CONCERN.runbook())));
        parts.stream()
                .filter(part -> !part.instances().stream().allMatch(PartSeen.Instance::answers)
                        || part.instances().isEmpty())
                .forEach(part -> notes.add(new Note(part.part().id(), "ServiceDown")));
        for (Limit limit : LIMITS) {
            parts.stream()
                    .filter(part -> is(part.most(limit.figure(), limit.of()), limit.above()))
                    .forEach(part -> notes.add(new Note(part.part().id(), limit.runbook())));
        }
        for (PartSeen part : parts) {
            if (isZero(part.least("mentorat.part.up", "database"))
                    || isZero(part.least("mentorat.part.up", "broker"))) {
                notes.add(new Note(part.part().id(), "PartSilent"));
            }
            if (part.mostInAll("mentorat.inbox.lag") > MOST_TO_HEAR) {
                notes.add(new Note(part.part().id(), "FactsNotHeard"));
            }
            if (part.instances().stream().anyMatch(Attention::isFull)) {
                notes.add(new Note(part.part().id(), "DiskFull"));
            }
        }
        certificates.stream()
                .filter(certificate -> certificate.daysLeft() != null && certificate.daysLeft() < DAYS_OF_A_CERTIFICATE)
                .forEach(certificate -> notes.add(new Note(certificate.host(), CERTIFICATE)));
        return notes.stream().distinct().toList();
    }

    private static boolean is(OptionalDouble figure, double above) {
        return figure.isPresent() && figure.getAsDouble() > above;
    }

    private static boolean isZero(OptionalDouble figure) {
        return figure.isPresent() && figure.getAsDouble() == 0;
    }

    private static boolean isFull(PartSeen.Instance instance) {
        OptionalDouble free = instance.figure("disk.free", "");
        OptionalDouble total = instance.figure("disk.total", "");
        return free.isPresent()
                && total.isPresent()
                && total.getAsDouble() > 0
                && free.getAsDouble() / total.getAsDouble() < LEAST_OF_DISK;
    }
}
