package fr.mentoratdurgence.reporting.webhooks;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a partner may hear of a need that it declared, and which fields of the fact: never who the mentor is, never which
 * place it is, never why a pair ended.
 */
enum HeardKind {
    /** Mentors are looked for. */
    NEED_QUALIFIED("needs.need-qualified.v1", "/need", "declaredOn", "qualifiedOn"),
    /** Not yet, after all. */
    NEED_QUALIFICATION_UNDONE("needs.need-qualification-undone.v1", "/need"),
    /** A line has another number of places. */
    NEED_LINE_COUNT_REVISED("needs.need-line-count-revised.v1", "/need", "line", "fromCount", "toCount"),
    /** It is not to be served any more. */
    NEED_WITHDRAWN("needs.need-withdrawn.v1", "/need"),
    /** It is, after all. */
    NEED_WITHDRAWAL_UNDONE("needs.need-withdrawal-undone.v1", "/need"),
    /** A place has its mentor. */
    MATCH_CONFIRMED("matching.match-confirmed.v1", "/terms/need", "line"),
    /** It has not, after all. */
    MATCH_UNDONE("matching.match-undone.v1", "/need", "line");

    private final String type;
    private final String need;
    /** With commas between; empty where the need alone is told. */
    private final String fields;

    HeardKind(String type, String need, String... fields) {
        this.type = type;
        this.need = need;
        this.fields = String.join(",", fields);
    }

    /** By the name under which the fact travels. */
    static Optional<HeardKind> of(String type) {
        return Arrays.stream(values()).filter(one -> one.type.equals(type)).findFirst();
    }

    /** Which need it is about. */
    String need(JsonNode fact) {
        return fact.at(need).asString("");
    }

    /** What is told of it. */
    Map<String, Object> told(JsonNode fact) {
        Map<String, Object> told = new TreeMap<>();
        told.put("need", need(fact));
        JsonNode holder = fact.at(need.substring(0, need.lastIndexOf('/')));
        for (String field : fields.split(",", -1)) {
            JsonNode value = holder.path(field);
            if (value.isInt()) {
                told.put(field, value.asInt());
            } else if (value.isString()) {
                told.put(field, value.asString());
            }
        }
        return told;
    }
}
