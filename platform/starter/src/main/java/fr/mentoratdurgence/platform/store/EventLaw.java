package fr.mentoratdurgence.platform.store;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The law of events, at the last moment before storing: a text in an event is a prefixed id, a code, a date or an
 * instant. So no name, address, telephone number or sentence can enter the history, whatever a record declares.
 */
public final class EventLaw {
    private static final Pattern ALLOWED = Pattern.compile(
            "[a-z]+-[0-9A-Za-z-]{1,60}" // need-<uuid>
                    + "|(?![0-9+]{6,13}$)[0-9A-Z_+]{1,40}" // REP_PLUS, 94, 0940176F; a number that can be dialled is no
                    // code
                    + "|\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z)?" // date, instant
                    + "|public|system");
    /** Ids of people, roles, requests, commands and their parts: {@code command-<uuid>:line-3}, {@code policy:first}. */
    private static final Pattern BESIDE = Pattern.compile("([0-9a-z][0-9A-Za-z.:+-]{0,239})?");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventLaw() {}

    /**
     * Refuses an event with a text that could be anything.
     *
     * @throws IllegalArgumentException naming the event's type, never the text
     */
    public static void check(Class<?> type, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING
                        && !ALLOWED.matcher(parser.getString()).matches()) {
                    throw new IllegalArgumentException(
                            "free text in field " + parser.currentName() + " of event " + type);
                }
            }
        }
    }

    /**
     * Refuses what would stand beside an event and could be a sentence, a name with its spaces or an address.
     *
     * @throws IllegalArgumentException naming the entry, never the text
     */
    public static void checkBeside(Map<String, ?> meta) {
        meta.forEach((name, value) -> {
            if (!BESIDE.matcher(String.valueOf(value)).matches()) {
                throw new IllegalArgumentException("free text in " + name + " beside an event");
            }
        });
    }
}
