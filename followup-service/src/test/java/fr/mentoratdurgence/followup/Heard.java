package fr.mentoratdurgence.followup;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Facts of other services, as they arrive. */
public final class Heard {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Heard() {}

    /** A fresh id. */
    public static String id(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** The envelope of a contract. */
    public static String envelope(String id, Object contract, String subject, Instant time) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/test");
        event.put("type", ContractTypes.nameOf(contract.getClass()));
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("sequence", 0);
        event.put("correlationid", id("request"));
        event.put("data", contract);
        return JSON.writeValueAsString(event);
    }

    /** A contract as the inbox gives it. */
    public static ReceivedEvent event(Object contract, Instant time) {
        return ReceivedEvent.parse(envelope(id("event"), contract, "stream-1", time));
    }

    /** A confirmed match in the Val-de-Marne. */
    public static MatchConfirmed match(String pair, String referent) {
        return match(pair, referent, id("mentor"), "structure-0940176F", "94");
    }

    /** A confirmed match. */
    public static MatchConfirmed match(
            String pair, String referent, String mentor, String structure, String departement) {
        return new MatchConfirmed(
                id("proposal"),
                pair,
                new PairTerms(
                        id("need"),
                        1,
                        2,
                        mentor,
                        structure,
                        referent,
                        departement,
                        "24",
                        "COLLEGE_6_5",
                        "REP",
                        LocalDate.of(2020, 4, 10)));
    }

    /** A need of three places. */
    public static NeedDeclared need(String need, String departement, String audience, LocalDate declaredOn) {
        return new NeedDeclared(
                need,
                "structure-0940176F",
                departement,
                "24",
                audience,
                List.of(
                        new NeedLine(1, "COLLEGE_6_5", 2, List.of(), List.of(), List.of(), List.of(), false),
                        new NeedLine(2, "CM1_CM2", 1, List.of(), List.of(), List.of(), List.of(), true)),
                "FORM",
                declaredOn);
    }
}
