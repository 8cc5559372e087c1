package fr.mentoratdurgence.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The table of what a service hears: for every contract of the topics it listens to, what it does, or that it leaves it
 * alone. A contract that stands in no row is refused when the table is made; a type that no version of this table knew
 * is an {@link UnknownFact}.
 */
public final class Hearing {

    /**
     * One row.
     *
     * @param contracts what it is about
     * @param reaction  what is done
     * @param heard     false where nothing is done, on purpose
     */
    public record Row(List<? extends Class<?>> contracts, Consumer<ReceivedEvent> reaction, boolean heard) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Set<String> topics = new TreeSet<>();
    private final boolean everything;
    private final Consumer<ReceivedEvent> stranger;

    private Hearing(boolean everything, Consumer<ReceivedEvent> stranger) {
        this.everything = everything;
        this.stranger = stranger;
    }

    /**
     * A table of these rows.
     *
     * @param known all contracts by the name under which they travel; {@code needs.need-declared.v1} travels in
     *              {@code needs.v1}
     * @throws IllegalStateException where a contract of a topic that is listened to stands in no row, or in two
     */
    public static Hearing of(Map<String, Class<?>> known, Row... table) {
        Hearing hearing = new Hearing(false, event -> {
            throw new UnknownFact(event.type());
        });
        for (Row row : table) {
            for (Map.Entry<String, Class<?>> contract : known.entrySet()) {
                if (row.contracts().contains(contract.getValue())) {
                    if (hearing.rows.put(contract.getKey(), row) != null) {
                        throw new IllegalStateException("heard twice: " + contract.getKey());
                    }
                    if (row.heard()) {
                        hearing.topics.add(topicOf(contract.getKey()));
                    }
                }
            }
        }
        List<String> forgotten = known.keySet().stream()
                .filter(name -> hearing.topics.contains(topicOf(name)) && !hearing.rows.containsKey(name))
                .toList();
        List<String> inVain = hearing.rows.keySet().stream()
                .filter(name -> !hearing.topics.contains(topicOf(name)))
                .toList();
        if (!forgotten.isEmpty() || !inVain.isEmpty()) {
            throw new IllegalStateException("neither heard nor left alone: " + forgotten + ", never met: " + inVain);
        }
        return hearing;
    }

    /** Everything of these topics, whether this version knows it or not. */
    public static Hearing ofAll(Collection<String> topics, Consumer<ReceivedEvent> reaction) {
        Hearing hearing = new Hearing(true, reaction);
        hearing.topics.addAll(topics);
        return hearing;
    }

    /** This contract is heard. */
    public static <T> Row when(Class<T> contract, Consumer<T> reaction) {
        return when(contract, (fact, _) -> reaction.accept(fact));
    }

    /** This contract is heard, with what its envelope says. */
    public static <T> Row when(Class<T> contract, BiConsumer<T, ReceivedEvent> reaction) {
        return new Row(List.of(contract), event -> reaction.accept(event.as(contract), event), true);
    }

    /** These contracts travel in topics that are listened to, and are of no interest. */
    public static Row leave(Class<?>... contracts) {
        return leave(List.of(contracts));
    }

    /** The same of a whole list. */
    public static Row leave(List<? extends Class<?>> contracts) {
        return new Row(contracts, _ -> {}, false);
    }

    /** Whether this version knows the type, be it to leave it alone. */
    public boolean knows(String type) {
        return everything || rows.containsKey(type);
    }

    /** Topics to hear from their very beginning. */
    public List<String> topics() {
        return new ArrayList<>(topics);
    }

    /** The names of the contracts that something is done about; nothing where everything is heard. */
    public Set<String> heard() {
        Set<String> heard = new TreeSet<>();
        rows.forEach((name, row) -> {
            if (row.heard()) {
                heard.add(name);
            }
        });
        return heard;
    }

    /**
     * Reacts.
     *
     * @throws UnknownFact where this version does not know the type
     */
    public void on(ReceivedEvent event) {
        Row row = rows.get(event.type());
        if (row == null) {
            stranger.accept(event);
        } else {
            row.reaction().accept(event);
        }
    }

    private static String topicOf(String name) {
        return name.substring(0, name.indexOf('.')) + name.substring(name.lastIndexOf('.'));
    }
}
