package fr.mentoratdurgence.reporting.history;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.reporting.bilan.Heard;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of public events for the folds. What a fold needs must be there; anything else may come, go and
 * change without a word. A body that cannot be read is a fact too: it is counted as unreadable and stops nothing.
 */
public final class Facts {
    private final Map<String, ObjectReader> readers = new HashMap<>();

    /** Reads the contracts of this build. */
    public Facts() {
        JsonMapper strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Map<String, Class<?>> read = Arrays.stream(Heard.class.getPermittedSubclasses())
                .filter(Class::isRecord)
                .collect(toMap(Class::getSimpleName, identity()));
        ContractTypes.all().forEach((type, contract) -> {
            Class<?> heard = read.get(contract.getSimpleName());
            if (heard != null) {
                readers.put(type, strict.readerFor(heard));
            }
        });
    }

    /** Whether this build has the contract of the type. */
    public static boolean knows(String type) {
        return ContractTypes.all().containsKey(type);
    }

    /** What the folds read of a body. */
    public Heard read(String type, String json) {
        if (!knows(type)) {
            return Heard.Uncounted.UNKNOWN;
        }
        ObjectReader reader = readers.get(type);
        if (reader == null) {
            return Heard.Uncounted.UNREAD;
        }
        try {
            Heard heard = reader.readValue(json);
            return heard == null ? Heard.Uncounted.UNREADABLE : heard;
        } catch (JacksonException _) {
            return Heard.Uncounted.UNREADABLE;
        }
    }
}
