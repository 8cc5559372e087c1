package fr.mentoratdurgence.platform;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * JSON columns of read models, as {@link Code} reads codes: what a newer version wrote and this one does not know is
 * left out of its list, and what cannot be without it is not there.
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
