package fr.mentoratdurgence.cli;

import fr.mentoratdurgence.sealing.SetHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Compares what each service says it has told with what the history says it has heard, day by day, and the sealed days
 * with both: by numbers and hashes alone, which the services answer. Facts that were recorded since the moment until which
 * all of them say they have told everything do not count: people go on working meanwhile.
 */
public final class RemoteVerification {
    /** The services that tell, as the command line and as the history name them. */
    private static final Map<String, String> SOURCES = new TreeMap<>(Map.of(
            "needs", "/needs-service",
            "mentor", "/mentor-service",
            "matching", "/matching-service",
            "followup", "/followup-service"));

    private static final String HISTORY = "reporting";

    private final Door door;
    private final Consumer<String> told;

    /**
     * What was found.
     *
     * @param agrees     whether all that could be compared is the same everywhere
     * @param until      nothing recorded then or later was compared; empty where nothing could be
     * @param differences in a sentence each
     */
    public record Found(boolean agrees, String until, Map<String, Long> facts, List<String> differences) {}

    /** Through this door; {@code told} hears a sentence for each look. */
    public RemoteVerification(Door door, Consumer<String> told) {
        this.door = door;
        this.told = told;
    }

    /** Looks once at all. */
    public Found run() {
        JsonNode kept = door.get(Apis.OPS, Apis.ops(HISTORY, "facts/sealed"));
        String until = kept.path("completeUntil").asString("");
        if (until.isEmpty()) {
            String sentence = Texts.say("loin.pas.encore");
            told.accept(sentence);
            return new Found(false, "", Map.of(), List.of(sentence));
        }
        LocalDate imported = kept.path("importedUntil").isString()
                ? LocalDate.parse(kept.path("importedUntil").asString())
                : LocalDate.MIN;
        Map<String, Map<LocalDate, SetHash>> heard = heard(until);
        Map<String, Long> facts = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        SOURCES.forEach((service, source) -> {
            Map<LocalDate, SetHash> stored = stored(service, until);
            facts.put(service, total(stored));
            told.accept(Texts.say("loin.service", service, total(stored)));
            compare(service, imported, stored, heard.getOrDefault(source, Map.of()), differences);
        });
        sealed(kept, heard, differences);
        waiting(differences);
        differences.forEach(told);
        told.accept(
                differences.isEmpty()
                        ? Texts.say("loin.accord", until)
                        : Texts.say("loin.ecarts", differences.size(), until));
        if (!imported.equals(LocalDate.MIN)) {
            told.accept(Texts.say("loin.importes", imported.toString()));
        }
        return new Found(differences.isEmpty(), until, facts, List.copyOf(differences));
    }

    private static long total(Map<LocalDate, SetHash> days) {
        return days.values().stream().mapToLong(SetHash::count).sum();
    }

    private static void compare(
            String service,
            LocalDate imported,
            Map<LocalDate, SetHash> stored,
            Map<LocalDate, SetHash> heard,
            List<String> differences) {
        Set<LocalDate> days = new TreeSet<>(stored.keySet());
        days.addAll(heard.keySet());
        for (LocalDate day : days) {
            SetHash here = stored.getOrDefault(day, SetHash.EMPTY);
            SetHash there = heard.getOrDefault(day, SetHash.EMPTY);
            if (day.isAfter(imported) && !here.equals(there)) {
                differences.add(Texts.say("loin.ecart", service, day.toString(), here.count(), there.count()));
            }
        }
    }

    /** A sealed day holds no more than the history has of it. */
    private void sealed(JsonNode kept, Map<String, Map<LocalDate, SetHash>> heard, List<String> differences) {
        told.accept(Texts.say(
                "loin.scelles",
                kept.path("sealed").size(),
                kept.path("manifest").asString()));
        kept.path("sealed").properties().forEach(one -> {
            LocalDate day = LocalDate.parse(one.getKey());
            long known = heard.values().stream()
                    .mapToLong(days -> days.getOrDefault(day, SetHash.EMPTY).count())
                    .sum();
            if (one.getValue().asLong() > known) {
                differences.add(Texts.say(
                        "loin.ecart.scelle", day.toString(), one.getValue().asLong(), known));
            }
        });
    }

    /** What was heard and could not have its effect: it stands in no other list. */
    private void waiting(List<String> differences) {
        for (String service : Apis.services()) {
            int letters = door.get(Apis.OPS, Apis.ops(service, "dead-letters")).size();
            if (letters > 0) {
                differences.add(Texts.say("loin.attente", service, letters));
            }
        }
    }

    private Map<LocalDate, SetHash> stored(String service, String until) {
        Map<LocalDate, SetHash> days = new TreeMap<>();
        long after = -1;
        boolean more = true;
        while (more) {
            JsonNode portion = door.get(Apis.OPS, Apis.ops(service, "facts?until=" + until + "&after=" + after));
            add(days, portion.path("days"));
            after = portion.path("last").asLong();
            more = portion.path("more").asBoolean();
        }
        return days;
    }

    private Map<String, Map<LocalDate, SetHash>> heard(String until) {
        Map<String, Map<LocalDate, SetHash>> sources = new TreeMap<>();
        String after = "1970-01-01T00:00:00Z";
        boolean more = true;
        while (more) {
            JsonNode portion = door.get(Apis.OPS, Apis.ops(HISTORY, "facts?until=" + until + "&after=" + after));
            portion.path("sources")
                    .properties()
                    .forEach(source ->
                            add(sources.computeIfAbsent(source.getKey(), _ -> new TreeMap<>()), source.getValue()));
            after = portion.path("last").asString();
            more = portion.path("more").asBoolean();
        }
        return sources;
    }

    private static void add(Map<LocalDate, SetHash> days, JsonNode portion) {
        for (JsonNode day : portion) {
            days.merge(
                    LocalDate.parse(day.path("day").asString()),
                    new SetHash(day.path("facts").asLong(), day.path("hash").asString()),
                    SetHash::plus);
        }
    }
}
