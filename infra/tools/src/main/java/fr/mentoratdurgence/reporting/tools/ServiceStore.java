package fr.mentoratdurgence.reporting.tools;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases of the services, as the environment names them, each with the topic that it is told on. */
enum ServiceStore {
    NEEDS("NEEDS_", "needs.v1"),
    MENTOR("MENTOR_", "mentors.v1"),
    MATCHING("MATCHING_", "matching.v1"),
    FOLLOWUP("FOLLOWUP_", "followup.v1"),
    /** It hears the others and tells nothing; where the tools work for it, its variables have no prefix. */
    REPORTING("", "");

    /** A server that is frozen takes connections and answers nothing: in seconds. */
    private static final int LOGIN_PATIENCE = 5;
    /** Of the longest question, in seconds. */
    private static final int ANSWER_PATIENCE = 120;

    private final String prefix;
    private final String topic;

    ServiceStore(String prefix, String topic) {
        this.prefix = prefix;
        this.topic = topic;
    }

    /** Those that tell what they hold. */
    static List<ServiceStore> telling() {
        return Arrays.stream(values()).filter(store -> !store.topic.isEmpty()).toList();
    }

    /** The topics that they are told on, in order. */
    static List<String> topics() {
        return telling().stream().map(store -> store.topic).sorted().toList();
    }

    static ServiceStore of(String topic) {
        return telling().stream()
                .filter(store -> store.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(topic));
    }

    /** Its name, as places are told. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable that says where it is. */
    String address() {
        return prefix + "DB_URL";
    }

    /** As the environment names it. */
    DataSource in(Map<String, String> environment) {
        return database(
                needed(environment, address()),
                needed(environment, prefix + "DB_USER"),
                needed(environment, prefix + "DB_PASSWORD"));
    }

    static DataSource database(String url, String user, String password) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setConnectTimeout(LOGIN_PATIENCE);
        database.setLoginTimeout(LOGIN_PATIENCE);
        database.setSocketTimeout(ANSWER_PATIENCE);
        return database;
    }

    /** What the environment says; it has to say it. */
    static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
