package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy as a file says it: each number with the reason for it ({@code {"value": 60, "why": "…"}}). A rule that is
 * not named is in force, one that protects a young person always is; points that are not named are 0.
 */
public final class PolicyFile {
    private static final Set<Term> FIT = EnumSet.range(Term.SUBJECTS, Term.MENTOR_WAITING);
    private static final Set<String> KEYS = Set.of(
            "version",
            "proposalHours",
            "rules",
            "minimumCommonMinutes",
            "minorMentorBands",
            "audiencePoints",
            "pointsPerWaitingDay",
            "floors",
            "fit",
            "commonHoursCounted",
            "mentorWeeksCounted",
            "referentLoadLimit");
    private static final int MOST = 1_000_000;
    private static final int MOST_PER_DAY = 100_000;
    private static final int HOURS_OF_A_YEAR = 8760;
    private static final int MINUTES_OF_A_WEEK = 10_080;
    private static final int PERCENT = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> reasons = new ArrayList<>();

    private PolicyFile() {}

    /** Version {@code n} of the operation's own policy. */
    public static Policy read(int version) {
        String path = "/policy/v" + version + ".json";
        try (InputStream file = PolicyFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no policy " + path);
            }
            Policy policy = parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            if (policy.version() != version) {
                throw new IllegalStateException(path + " is version " + policy.version());
            }
            return policy;
        } catch (IOException | FileRefused unreadable) {
            throw new IllegalStateException("policy " + path, unreadable);
        }
    }

    /**
     * A policy from anywhere.
     *
     * @throws FileRefused with all that is to mend
     */
    public static Policy read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            throw new FileRefused(List.of(MatchingWords.say("fichier.absent", file)));
        } catch (IOException unreadable) {
            throw new FileRefused(List.of(MatchingWords.say("fichier.illisible", file, unreadable.getMessage())));
        }
    }

    /**
     * A policy as text.
     *
     * @throws FileRefused with all that is to mend
     */
    public static Policy parse(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new FileRefused(List.of(MatchingWords.say("regle.json", line)));
        }
        PolicyFile file = new PolicyFile();
        Policy policy = file.policy(root);
        if (file.reasons.isEmpty()) {
            policy.contradictions()
                    .forEach(
                            c -> file.reasons.add(MatchingWords.say("regle.contraire", "fit." + c.term(), c.reason())));
        }
        if (!file.reasons.isEmpty()) {
            throw new FileRefused(file.reasons);
        }
        return policy;
    }

    private Policy policy(JsonNode root) {
        known("", root, KEYS);
        Set<HardRule> rules = rules(root.get("rules"));
        int minutes = number(root, "minimumCommonMinutes", 1, MINUTES_OF_A_WEEK, 60);
        Map<Term, Integer> fit = new EnumMap<>(Term.class);
        JsonNode terms = root.get("fit");
        if (terms != null) {
            known("fit.", terms, FIT.stream().map(Enum::name).collect(Collectors.toSet()));
            for (Term term : FIT) {
                if (terms.has(term.name())) {
                    fit.put(term, number(terms, "fit.", term.name(), -MOST, MOST));
                }
            }
        }
        return new Policy(
                number(root, "version", 1, MOST, null),
                number(root, "proposalHours", 1, HOURS_OF_A_YEAR, 72),
                rules,
                minutes,
                bands(root.get("minorMentorBands")),
                audiences(root, "audiencePoints", MOST),
                number(root, "pointsPerWaitingDay", 0, MOST_PER_DAY, 0),
                audiences(root, "floors", PERCENT),
                fit,
                number(root, "commonHoursCounted", 0, 168, 0),
                number(root, "mentorWeeksCounted", 0, 520, 0),
                number(root, "referentLoadLimit", 0, MOST, 0));
    }

    private void known(String path, JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            reasons.add(MatchingWords.say("regle.objet", path.isEmpty() ? MatchingWords.say("regle.fichier") : path));
            return;
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                reasons.add(MatchingWords.say(
                        "regle.inconnu",
                        path + name,
                        String.join(", ", names.stream().sorted().toList())));
            }
        }
    }

    private int number(JsonNode parent, String name, int least, int most, @Nullable Integer otherwise) {
        if (!parent.has(name)) {
            if (otherwise == null) {
                reasons.add(MatchingWords.say("regle.manque", name));
            }
            return otherwise == null ? least : otherwise;
        }
        return number(parent, "", name, least, most);
    }

    private int number(JsonNode parent, String path, String name, int least, int most) {
        JsonNode value = value(path + name, parent.get(name), "value");
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            reasons.add(MatchingWords.say("regle.nombre", path + name, least, most));
            return least;
        }
        int number = value.intValue();
        if (number < least || number > most) {
            reasons.add(MatchingWords.say("regle.nombre", path + name, least, most));
        }
        return number;
    }

    /** What stands there, alone or beside its reason. */
    private @Nullable JsonNode value(String path, @Nullable JsonNode node, String key) {
        if (node == null || !node.isObject() || !(node.has(key) || node.has("why"))) {
            return node;
        }
        known(path + ".", node, Set.of(key, "why"));
        return node.get(key);
    }

    private Set<HardRule> rules(@Nullable JsonNode node) {
        Set<HardRule> rules = EnumSet.allOf(HardRule.class);
        if (node == null) {
            return rules;
        }
        known("rules.", node, Arrays.stream(HardRule.values()).map(Enum::name).collect(Collectors.toSet()));
        for (HardRule rule : HardRule.values()) {
            if (node.has(rule.name())) {
                JsonNode value = value("rules." + rule, node.get(rule.name()), "value");
                if (value == null || !value.isBoolean()) {
                    reasons.add(MatchingWords.say("regle.booleen", "rules." + rule));
                } else if (!value.booleanValue() && HardRule.protective().contains(rule)) {
                    reasons.add(MatchingWords.say("regle.protege", "rules." + rule));
                } else if (!value.booleanValue()) {
                    rules.remove(rule);
                }
            }
        }
        return rules;
    }

    private Set<LevelBand> bands(@Nullable JsonNode node) {
        Set<LevelBand> bands = EnumSet.noneOf(LevelBand.class);
        JsonNode values = value("minorMentorBands", node, "values");
        if (values == null) {
            return bands;
        }
        for (JsonNode value : values) {
            Arrays.stream(LevelBand.values())
                    .filter(band -> value.isString() && band.name().equals(value.stringValue()))
                    .findFirst()
                    .ifPresentOrElse(
                            bands::add,
                            () -> reasons.add(MatchingWords.say(
                                    "regle.mot", "minorMentorBands", value, Arrays.toString(LevelBand.values()))));
        }
        return bands;
    }

    private Map<PriorityAudience, Integer> audiences(JsonNode root, String name, int most) {
        Map<PriorityAudience, Integer> numbers = new EnumMap<>(PriorityAudience.class);
        JsonNode values = value(name, root.get(name), "values");
        if (values == null) {
            return numbers;
        }
        known(
                name + ".",
                values,
                Arrays.stream(PriorityAudience.values()).map(Enum::name).collect(Collectors.toSet()));
        for (PriorityAudience audience : PriorityAudience.values()) {
            if (values.has(audience.name())) {
                numbers.put(audience, number(values, name + ".", audience.name(), 0, most));
            }
        }
        return numbers;
    }
}
