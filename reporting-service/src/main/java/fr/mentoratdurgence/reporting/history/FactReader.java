package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.reporting.history.RawFact.Part;
import fr.mentoratdurgence.reporting.ledger.Entries;
import fr.mentoratdurgence.reporting.ledger.Entry;
import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Id;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.ledger.Uncounted;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/**
 * Reads facts for a ledger or another taker: of a body only what folds read, straight from its bytes. What a fold needs must be there;
 * anything else may come, go and change without a word. A body that cannot be read is a fact too: it is counted as
 * unreadable and stops nothing. Not for several threads at once.
 */
public final class FactReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, Kind> KINDS = kinds();
    /** What a pair is made of stands in an object of its own; it is read as if it stood beside the rest. */
    private static final String TERMS = "terms";

    private static final PropertyNameMatcher LINE = matcher(List.of("line", "levelBand", "count", "supports"));
    private static final PropertyNameMatcher FLOOR = matcher(List.of("priorityAudience", "percent"));

    /** What this build knows of a type. */
    private record Type(
            int number, boolean known, @Nullable Kind kind, PropertyNameMatcher names, List<Field> fields) {}

    private final Entries entries;
    private final WordNumbers codes;
    private final Spellings<Integer> sources;
    private final Spellings<Type> types;
    private final Entry entry = new Entry();
    private final Id id = new Id();
    private char[] letters = new char[128];

    /** Reads into this ledger. */
    public FactReader(Ledger ledger) {
        this(ledger, ledger.codes, ledger.names);
    }

    /** Reads for any taker, with its numbers of codes and of names. */
    public FactReader(Entries entries, WordNumbers codes, WordNumbers names) {
        this.entries = entries;
        this.codes = codes;
        this.sources = new Spellings<>(names::number);
        this.types = new Spellings<>(name -> type(name, names));
    }

    /** Whether this build has the contract of the type. */
    public static boolean knows(String type) {
        return ContractTypes.all().containsKey(type);
    }

    /** Reads one fact, in whatever order it comes. */
    public void read(RawFact fact) {
        if (!entries.reaches(fact.recordedAt())) {
            return;
        }
        int source = sources.of(fact.bytes(), fact.start(Part.SOURCE), fact.length(Part.SOURCE));
        Type type = types.of(fact.bytes(), fact.start(Part.TYPE), fact.length(Part.TYPE));
        Kind kind = type.kind();
        if (kind == null) {
            uncounted(type.known() ? Uncounted.UNREAD : Uncounted.UNKNOWN, source, type, fact);
            return;
        }
        if (fact.sequence() < 0 || fact.sequence() > Integer.MAX_VALUE) {
            uncounted(Uncounted.UNREADABLE, source, type, fact);
            return;
        }
        entry.begin(source, type.number(), fact.recordedAt(), id(fact, Part.SUBJECT), (int) fact.sequence());
        entry.kind(kind);
        if (decode(fact, type) && entry.isComplete()) {
            entries.enter(entry);
        } else {
            uncounted(Uncounted.UNREADABLE, source, type, fact);
        }
    }

    private void uncounted(Uncounted why, int source, Type type, RawFact fact) {
        entries.enterUncounted(why, source, type.number(), fact.recordedAt(), id(fact, Part.ID));
    }

    private Id id(RawFact fact, Part part) {
        int length = fact.length(part);
        if (length > letters.length) {
            letters = new char[length];
        }
        byte[] bytes = fact.bytes();
        int start = fact.start(part);
        for (int i = 0; i < length; i++) {
            letters[i] = (char) (bytes[start + i] & 0xFF);
        }
        return id.read(letters, 0, length);
    }

    private boolean decode(RawFact fact, Type type) {
        try (JsonParser json = JSON.createParser(
                ObjectReadContext.empty(), fact.bytes(), fact.start(Part.DATA), fact.length(Part.DATA))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            // the last component that is read ends the work: the history holds well-formed bodies only
            int nested = 0;
            for (int missing = type.fields().size(); missing > 0; ) {
                int match = json.nextNameMatch(type.names());
                if (match == type.fields().size()) {
                    nested += json.nextToken() == JsonToken.START_OBJECT ? 1 : 0;
                } else if (match >= 0) {
                    if (!component(json, type.fields().get(match))) {
                        return false;
                    }
                    missing--;
                } else if (match == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                    json.nextToken();
                    json.skipChildren();
                } else if (match != PropertyNameMatcher.MATCH_END_OBJECT) {
                    return false;
                } else if (--nested < 0) {
                    return true;
                }
            }
            return true;
        } catch (JacksonException | DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    private boolean component(JsonParser json, Field field) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return true;
        }
        switch (field.form()) {
            case ID -> {
                if (token != JsonToken.VALUE_STRING || json.getStringLength() == 0) {
                    return false;
                }
                entry.put(field, id.read(json.getStringCharacters(), json.getStringOffset(), json.getStringLength()));
            }
            case CODE -> {
                int code = code(json, token);
                if (code == WordNumbers.REFUSED) {
                    return false;
                }
                entry.put(field, code);
            }
            case CODES -> {
                int code = token == JsonToken.START_ARRAY ? codes(json) : code(json, token);
                if (code == WordNumbers.REFUSED) {
                    return false;
                }
                if (code != Ints.NONE) {
                    entry.put(field, code);
                }
            }
            case COUNT -> {
                int count = count(json, token);
                if (count < 0) {
                    return false;
                }
                entry.put(field, count);
            }
            case FLAG -> {
                if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
                    return false;
                }
                entry.put(field, token == JsonToken.VALUE_TRUE ? 1 : 0);
            }
            case DAY -> {
                if (token != JsonToken.VALUE_STRING) {
                    return false;
                }
                entry.put(field, day(json));
            }
            case INSTANT -> {
                if (token != JsonToken.VALUE_STRING) {
                    return false;
                }
                entry.put(field, Moments.micros(Instant.parse(json.getString())));
            }
            case LINES, FLOORS -> {
                return lines(json, token, field);
            }
        }
        return true;
    }

    private int code(JsonParser json, @Nullable JsonToken token) {
        return token == JsonToken.VALUE_STRING
                ? codes.number(json.getStringCharacters(), json.getStringOffset(), json.getStringLength())
                : WordNumbers.REFUSED;
    }

    /** Several codes as one word, whatever their order; {@link Ints#NONE} where there is none. */
    private int codes(JsonParser json) {
        TreeSet<String> words = new TreeSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (code(json, json.currentToken()) == WordNumbers.REFUSED) {
                return WordNumbers.REFUSED;
            }
            words.add(json.getString());
        }
        return words.isEmpty() ? Ints.NONE : codes.number(String.join("+", words));
    }

    private static int count(JsonParser json, @Nullable JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1;
    }

    private static long day(JsonParser json) {
        char[] text = json.getStringCharacters();
        int start = json.getStringOffset();
        if (json.getStringLength() == 10 && text[start + 4] == '-' && text[start + 7] == '-') {
            return LocalDate.of(number(text, start, 4), number(text, start + 5, 2), number(text, start + 8, 2))
                    .toEpochDay();
        }
        throw new DateTimeException("not a day");
    }

    private static int number(char[] text, int start, int digits) {
        int number = 0;
        for (int i = start; i < start + digits; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new DateTimeException("not a day");
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private boolean lines(JsonParser json, @Nullable JsonToken token, Field list) {
        if (token != JsonToken.START_ARRAY) {
            return false;
        }
        entry.putLines(list);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT || !(list == Field.FLOORS ? floor(json) : line(json))) {
                return false;
            }
        }
        return true;
    }

    private boolean line(JsonParser json) {
        int number = -1;
        int band = WordNumbers.REFUSED;
        int count = -1;
        int supports = Ints.NONE;
        while (true) {
            int match = json.nextNameMatch(LINE);
            if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
                if (number < 0 || band == WordNumbers.REFUSED || count < 0 || supports == WordNumbers.REFUSED) {
                    return false;
                }
                entry.putLine(number, band, count, supports);
                return true;
            }
            JsonToken token = json.nextToken();
            switch (match) {
                case 0 -> number = count(json, token);
                case 1 -> band = code(json, token);
                case 2 -> count = count(json, token);
                case 3 -> {
                    if (token == JsonToken.START_ARRAY) {
                        supports = codes(json);
                    } else if (token != JsonToken.VALUE_NULL) {
                        supports = WordNumbers.REFUSED;
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private boolean floor(JsonParser json) {
        int audience = WordNumbers.REFUSED;
        int percent = -1;
        while (true) {
            int match = json.nextNameMatch(FLOOR);
            if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
                if (audience == WordNumbers.REFUSED || percent < 0) {
                    return false;
                }
                entry.putLine(entry.lines() + 1, audience, percent, Ints.NONE);
                return true;
            }
            JsonToken token = json.nextToken();
            switch (match) {
                case 0 -> audience = code(json, token);
                case 1 -> percent = count(json, token);
                default -> json.skipChildren();
            }
        }
    }

    private static Type type(String name, WordNumbers names) {
        Kind kind = KINDS.get(name);
        List<Field> fields = kind == null ? List.of() : kind.read();
        return new Type(
                names.number(name),
                knows(name),
                kind,
                matcher(Stream.concat(fields.stream().map(Field::component), Stream.of(TERMS))
                        .toList()),
                fields);
    }

    private static PropertyNameMatcher matcher(List<String> names) {
        return JSON.constructNameMatcher(names.stream().map(Named::fromString).toList(), false);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.type(), kind);
        }
        return Map.copyOf(kinds);
    }
}
