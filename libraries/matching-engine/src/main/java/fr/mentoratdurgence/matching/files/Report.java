package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.engine.Certificate;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Fairness;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Hint;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Waiting;
import fr.mentoratdurgence.matching.engine.Plan;
import fr.mentoratdurgence.matching.engine.Plan.Pair;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was found, as three files. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int MEBI = 1 << 20;

    private final Problem problem;
    private final Plan plan;
    private final Certificate certificate;
    private final ExplainedPlan outcome;
    private final Map<String, Long> times;
    private final Map<String, Integer> place = new HashMap<>();

    Report(Problem problem, Plan plan, Certificate certificate, ExplainedPlan outcome, Map<String, Long> times) {
        this.problem = problem;
        this.plan = plan;
        this.certificate = certificate;
        this.outcome = outcome;
        this.times = times;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (CSVPrinter csv = printer(folder.resolve("paires.csv"), "ligne", "place", "mentor", "valeur")) {
            List<Pair> pairs = new ArrayList<>(plan.pairs());
            pairs.sort(Comparator.comparing(Pair::need).thenComparing(Pair::mentor));
            for (Pair pair : pairs) {
                for (int seat = 0; seat < pair.seats(); seat++) {
                    csv.printRecord(
                            pair.need(), place.merge(pair.need(), 1, Integer::sum), pair.mentor(), pair.points());
                }
            }
        }
        try (CSVPrinter csv = printer(folder.resolve("attentes.csv"), "ligne", "places", "raison")) {
            List<Waiting> waiting = new ArrayList<>(outcome.waiting());
            waiting.sort(Comparator.comparing(Waiting::need));
            for (Waiting line : waiting) {
                csv.printRecord(line.need(), line.seats(), reason(line.why()));
            }
        }
        Files.writeString(folder.resolve("bilan.json"), JSON.writeValueAsString(figures()) + "\n");
    }

    String summary(Path folder) {
        return MatchingWords.say(
                certificate.proven() ? "resume" : "resume.faux", seats(), covered(), folder, certificate.flaw());
    }

    /** A sentence for each floor that no plan can meet. */
    List<String> shortfalls() {
        return outcome.fairness().stream()
                .filter(f -> f.shortfall() > 0)
                .map(f -> MatchingWords.say(
                        "resume.plancher", MatchingWords.say("nom." + f.audience()), f.shortfall(), f.floor()))
                .toList();
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        Writer out = Files.newBufferedWriter(file);
        CSVPrinter csv = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setRecordSeparator('\n')
                .get()
                .print(out);
        csv.printRecord((Object[]) header);
        return csv;
    }

    private long seats() {
        return problem.lines().stream().mapToLong(WaitingLine::seats).sum();
    }

    private long covered() {
        return plan.pairs().stream().mapToLong(Pair::seats).sum();
    }

    private static String reason(WhyWaiting why) {
        if (why.available() > 0) {
            return MatchingWords.say("raison.libre", why.available());
        }
        WhyWaiting.Outbid by = why.outbidBy();
        if (by != null) {
            return MatchingWords.say(
                    by.byFloor() ? "raison.plancher" : "raison.prise",
                    why.outbid(),
                    by.need(),
                    MatchingWords.say("nom." + by.audience()),
                    by.price(),
                    by.weight());
        }
        if (why.outbid() > 0) {
            return MatchingWords.say("raison.pleins", why.outbid());
        }
        List<String> rules = why.removed().stream()
                .map(r -> MatchingWords.say("raison." + r.rule(), r.mentors()))
                .toList();
        return MatchingWords.say("raison.personne", String.join(", ", rules));
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("valeur", certificate.value());
        figures.put("borne", certificate.bound());
        figures.put("certifie", certificate.proven());
        figures.put("places", seats());
        figures.put("couvertes", covered());
        figures.put(
                "points",
                plan.pairs().stream()
                        .mapToLong(p -> (long) p.points() * p.seats())
                        .sum());
        Map<String, Object> levels = new LinkedHashMap<>();
        levels.put("planchers", plan.value().floors());
        levels.put("couverture", plan.value().coverage());
        levels.put("adequation", plan.value().fit());
        levels.put("stabilite", plan.value().kept());
        figures.put("niveaux", levels);
        Map<String, Object> audiences = new LinkedHashMap<>();
        for (Fairness f : outcome.fairness()) {
            Map<String, Object> audience = new LinkedHashMap<>();
            audience.put("places", f.seats());
            audience.put("couvertes", f.served());
            audience.put("plancher", f.floor());
            audience.put("manque_au_plancher", f.shortfall());
            audiences.put(f.audience().name(), audience);
        }
        figures.put("publics", audiences);
        figures.put("recruter", outcome.hints().stream().map(Report::hint).toList());
        figures.put("temps_ms", times);
        figures.put("memoire_max_mo", peakMemory());
        return figures;
    }

    private static Map<String, Object> hint(Hint hint) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matiere", hint.subject() == null ? null : hint.subject().name());
        figures.put("niveau", hint.levelBand().name());
        WeeklySlot slot = hint.slot();
        figures.put(
                "creneau",
                slot == null
                        ? null
                        : "%s %02d:%02d-%02d:%02d"
                                .formatted(
                                        MatchingWords.say("nom." + slot.day()),
                                        slot.startMinute() / 60,
                                        slot.startMinute() % 60,
                                        slot.endMinute() / 60,
                                        slot.endMinute() % 60));
        figures.put("places", hint.places());
        figures.put("points", hint.points());
        figures.put("places_en_attente", hint.seats());
        return figures;
    }

    /** Of the process where the system says so, else of the heap. */
    private static long peakMemory() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException _) {
            // another system
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(use -> use.getUsed())
                        .sum()
                / MEBI;
    }
}
