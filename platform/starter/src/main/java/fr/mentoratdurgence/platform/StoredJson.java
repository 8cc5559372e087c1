package fr.mentoratdurgence.platform;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON that is kept, as {@link Code} reads codes: what a newer version wrote and this one does not know is left out of
 * its list, and what cannot be without it is not there. Written again, it stays where it was.
 */
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredJson() {}

    /** What stands there; empty where this version cannot say it. */
    public static <T> Optional<T> read(String json, Class<T> type) {
        JsonNode tree = MAPPER.readTree(json);
        while (true) {
            try {
                return Optional.of(MAPPER.treeToValue(tree, type));
            } catch (InvalidFormatException unknown) {
                if (!leftOut(tree, unknown.getPath())) {
                    return Optional.empty();
                }
            }
        }
    }

    /**
     * What is to stand there from now on: all that this version says, and beside it what stood there and only a newer one
     * knows. Elements of a list are the same ones as long as there are as many.
     */
    public static String over(String before, Object now) {
        return MAPPER.writeValueAsString(over(MAPPER.readTree(before), MAPPER.valueToTree(now)));
    }

    private static JsonNode over(JsonNode before, JsonNode now) {
        if (before instanceof ObjectNode known && now instanceof ObjectNode said) {
            ObjectNode both = known.deepCopy();
            said.properties().forEach(field -> {
                JsonNode stood = known.path(field.getKey());
                both.set(field.getKey(), over(stood, field.getValue()));
            });
            return both;
        }
        if (before instanceof ArrayNode known && now instanceof ArrayNode said && known.size() == said.size()) {
            ArrayNode both = said.arrayNode();
            for (int i = 0; i < said.size(); i++) {
                both.add(over(known.path(i), said.path(i)));
            }
            return both;
        }
        return now;
    }

    /** Takes the innermost element of a list on the way out of its list. */
    private static boolean leftOut(JsonNode tree, List<Reference> path) {
        JsonNode at = tree;
        ArrayNode list = null;
        int place = 0;
        for (Reference step : path) {
            if (at instanceof ArrayNode array && step.getIndex() >= 0) {
                list = array;
                place = step.getIndex();
                at = array.path(place);
            } else {
                at = at.path(step.getPropertyName());
            }
        }
        return list != null && list.remove(place) != null;
    }
}
