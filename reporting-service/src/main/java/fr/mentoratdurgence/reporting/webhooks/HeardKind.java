package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualificationUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawalUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
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
    NEED_QUALIFIED(NeedQualified.class, "/need", "declaredOn", "qualifiedOn"),
    /** Not yet, after all. */
    NEED_QUALIFICATION_UNDONE(NeedQualificationUndone.class, "/need"),
    /** A line has another number of places. */
    NEED_LINE_COUNT_REVISED(NeedLineCountRevised.class, "/need", "line", "fromCount", "toCount"),
    /** It is not to be served any more. */
    NEED_WITHDRAWN(NeedWithdrawn.class, "/need"),
    /** It is, after all. */
    NEED_WITHDRAWAL_UNDONE(NeedWithdrawalUndone.class, "/need"),
    /** A place has its mentor. */
    MATCH_CONFIRMED(MatchConfirmed.class, "/terms/need", "line"),
    /** It has not, after all. */
    MATCH_UNDONE(MatchUndone.class, "/need", "line");

    private final String type;
    private final String need;
    /** With commas between; empty where the need alone is told. */
    private final String fields;

    HeardKind(Class<?> fact, String need, String... fields) {
        this.type = ContractTypes.nameOf(fact);
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
