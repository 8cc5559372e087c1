package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.sealing.SetHash;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody signs in at an installation from a terminal, works there, and leaves. */
class TerminalLoginTest {
    private static final String LETTERS = "/api/matching/v1/ops/dead-letters";
    private static final String PENDING = "{\"error\":\"authorization_pending\"}";
    private static final String OPERATOR = PlayedInstallation.token("camille-ops", "ops");

    @TempDir
    private Path configuration;

    private final StringWriter said = new StringWriter();
    private PlayedInstallation installation;

    @BeforeEach
    void an_installation_and_nobody_signed_in() throws Exception {
        System.setProperty("mentorat.config", configuration.resolve("mentorat").toString());
        installation = new PlayedInstallation();
    }

    @AfterEach
    void close() {
        System.clearProperty("mentorat.config");
        installation.close();
    }

    private int run(String... arguments) {
        var commandLine = Mentorat.commandLine();
        commandLine.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return commandLine.execute(arguments);
    }

    private void signIn(int seconds) {
        installation.grants.add(PlayedInstallation.granted(OPERATOR, "refresh-1", seconds));
        assertThat(run("login", "--url", installation.origin() + "/", "--profile", "essai"))
                .isZero();
    }

    @Test
    void who_grants_access_in_a_browser_is_signed_in_here_and_no_password_was_typed() throws Exception {
        installation.grants.add(PENDING);
        installation.grants.add(PENDING);

        signIn(300);

        assertThat(said.toString())
                .contains(installation.origin() + "/ici", "MABS-EQXX", "Connecté comme camille-ops")
                .doesNotContain("secret", "refresh-1", OPERATOR);
        assertThat(installation.asked).hasSize(4);
        assertThat(installation.asked.getFirst()).containsEntry("client_id", "mentorat-terminal");
        assertThat(installation.asked.getLast())
                .containsEntry("device_code", "secret")
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
        Path kept = configuration.resolve("mentorat").resolve("essai.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whoever_is_asked_to_slow_down_does() {
        List<Duration> pauses = new ArrayList<>();
        installation.grants.addAll(List.of(
                PENDING, "{\"error\":\"slow_down\"}", PENDING, PlayedInstallation.granted(OPERATOR, "refresh-1", 300)));

        new DeviceLogin(new Web(), Clock.systemUTC(), pauses::add)
                .signIn("essai", installation.origin(), invitation -> {});

        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "expired_token"})
    void who_grants_nothing_leaves_nothing_here(String error) {
        installation.grants.add("{\"error\":\"" + error + "\"}");

        assertThat(run("login", "--url", installation.origin())).isNotZero();

        assertThat(configuration.resolve("mentorat")).doesNotExist();
        assertThat(said.toString()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mentorat.example.org", "mentorat.example.org", "ftp://localhost", "https:// x"})
    void tokens_travel_enciphered_or_stay_on_this_machine(String address) {
        assertThat(run("login", "--url", address)).isEqualTo(ExitCode.MISUSED.code());
        assertThat(said.toString()).contains("https://").doesNotContain("Exception");
    }

    @Test
    void an_installation_that_says_it_is_another_one_is_not_signed_in_at() {
        installation.resource = "https://mentorat.example.org";

        assertThat(run("login", "--url", installation.origin())).isEqualTo(ExitCode.FAILED.code());
        assertThat(installation.asked).isEmpty();
    }

    @Test
    void a_command_goes_to_the_installation_that_is_named_in_the_name_of_who_is_signed_in() {
        installation.answers(LETTERS, "[]");
        signIn(300);

        assertThat(run("dead-letters", "matching", "--url", installation.origin()))
                .isZero();
        assertThat(run("dead-letters", "matching", "--profile", "essai")).isZero();

        assertThat(installation.used)
                .containsExactly("GET " + LETTERS + " " + OPERATOR, "GET " + LETTERS + " " + OPERATOR);
    }

    @Test
    void a_token_that_ends_is_renewed_once_and_the_command_goes_on() {
        String next = PlayedInstallation.token("camille-ops", "ops") + "2";
        installation.answers(LETTERS, "[]");
        signIn(1);
        installation.grants.add(PlayedInstallation.granted(next, "refresh-2", 300));

        assertThat(run("dead-letters", "matching", "--profile", "essai")).isZero();
        assertThat(run("dead-letters", "matching", "--profile", "essai")).isZero();

        assertThat(installation.asked.getLast())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "refresh-1");
        assertThat(installation.used).allMatch(one -> one.endsWith(" " + next));
    }

    @Test
    void a_token_that_is_believed_no_longer_is_renewed_once_and_a_login_that_is_over_is_said() {
        installation.answers(LETTERS, "[]");
        signIn(300);
        installation.refuses(OPERATOR);

        assertThat(run("dead-letters", "matching", "--profile", "essai")).isEqualTo(ExitCode.NOT_SIGNED_IN.code());

        assertThat(said.toString()).contains("mentorat login --url " + installation.origin() + " --profile essai");
        assertThat(installation.used).hasSize(1);
    }

    @Test
    void each_way_to_fail_has_its_own_number() {
        assertThat(run("dead-letters", "--url", installation.origin())).isEqualTo(ExitCode.NOT_SIGNED_IN.code());
        assertThat(run("dead-letters", "--profile", "inconnue")).isEqualTo(ExitCode.NOT_SIGNED_IN.code());
        signIn(300);
        assertThat(run("dead-letters", "needs", "--profile", "essai")).isEqualTo(ExitCode.FORBIDDEN.code());
        installation.close();
        assertThat(run("dead-letters", "needs", "--profile", "essai")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(said.toString()).doesNotContain("Exception:");
    }

    @Test
    void what_would_be_done_is_said_and_not_done() {
        installation.answers(LETTERS, """
            [{"id":3,"topic":"needs.v1","key":"need-1","parkedAt":"2026-05-04T08:00:00Z","cause":"SQLException"}]\
            """);
        signIn(300);

        assertThat(run("dead-letters", "matching", "--retry", "3", "--dry-run", "--profile", "essai"))
                .isZero();
        assertThat(run("dead-letters", "matching", "--set-aside", "4", "--dry-run", "--profile", "essai"))
                .isEqualTo(ExitCode.FAILED.code());

        assertThat(installation.used).hasSize(2).allMatch(one -> one.startsWith("GET "));
    }

    @Test
    void what_services_say_they_told_is_compared_with_what_the_history_says_it_heard() {
        SetHash both = SetHash.EMPTY.plus("a").plus("b");
        for (String service : List.of("needs", "mentors", "matching", "followup")) {
            installation.answers("/api/" + service + "/v1/ops/dead-letters", "[]");
            installation.answers("/api/" + service + "/v1/ops/facts", day(both));
        }
        installation.answers("/api/reporting/v1/ops/dead-letters", "[]");
        installation.answers("/api/reporting/v1/ops/facts/sealed", """
            {"completeUntil":"2026-05-05T08:00:00Z","importedUntil":null,"manifest":"m","sealed":{"2026-05-04":8}}\
            """);
        installation.answers("/api/reporting/v1/ops/facts", heard(both, both));
        signIn(300);

        assertThat(run("verify", "--profile", "essai")).isZero();

        installation.answers(
                "/api/reporting/v1/ops/facts",
                heard(both, SetHash.EMPTY.plus("a").plus("c")));
        assertThat(run("verify", "--profile", "essai"))
                .as("as many facts, but others")
                .isEqualTo(ExitCode.FAILED.code());
        installation.answers("/api/reporting/v1/ops/facts", heard(both, both));
        installation.answers(LETTERS, "[{\"id\":1}]");
        assertThat(run("verify", "--profile", "essai"))
                .as("a fact that waits had no effect")
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(run("verify", "--personal-data", "--profile", "essai")).isEqualTo(ExitCode.MISUSED.code());
    }

    private static String day(SetHash hash) {
        return "{\"last\":7,\"more\":false,\"days\":" + days(hash) + "}";
    }

    private static String days(SetHash hash) {
        return "[{\"day\":\"2026-05-04\",\"facts\":" + hash.count() + ",\"hash\":\"" + hash.hex() + "\"}]";
    }

    private static String heard(SetHash hash, SetHash ofFollowup) {
        return """
            {"last":"2026-05-04T20:00:00Z","more":false,"sources":{"/needs-service":%1$s,"/mentor-service":%1$s,
             "/matching-service":%1$s,"/followup-service":%2$s}}\
            """.formatted(days(hash), days(ofFollowup));
    }

    @Test
    void who_was_erased_is_listed_for_ever_and_erased_again_where_an_older_backup_was_put_back() throws Exception {
        Path list = configuration.resolve("effaces.csv");
        Files.writeString(list, "mentor-before;2026-01-01T00:00:00Z\n");
        for (String service : List.of("needs", "followup")) {
            installation.answers("/api/" + service + "/v1/ops/erasures", "[]");
        }
        installation.answers("/api/mentors/v1/ops/erasures", """
            [{"person":"mentor-1","erasedAt":"2026-05-04T08:00:00Z"}]\
            """);
        installation.answers("/api/mentors/v1/ops/people/mentor-1", "{\"identity\":true}");
        installation.answers("/api/mentors/v1/ops/people/mentor-before", "{\"identity\":false}");
        signIn(300);

        assertThat(run("erasures", list.toString(), "--profile", "essai")).isZero();
        assertThat(list).hasContent("mentor-1;2026-05-04T08:00:00Z\nmentor-before;2026-01-01T00:00:00Z");

        assertThat(run("erasures", list.toString(), "--apply", "--dry-run", "--profile", "essai"))
                .isZero();
        assertThat(installation.used).noneMatch(one -> one.startsWith("DELETE"));
        assertThat(run("erasures", list.toString(), "--apply", "--profile", "essai"))
                .isZero();
        assertThat(installation.used.stream().filter(one -> one.startsWith("DELETE")))
                .containsExactly("DELETE /api/mentors/v1/ops/people/mentor-1 " + OPERATOR);

        Files.writeString(list, "mentor-1\n");
        assertThat(run("erasures", list.toString(), "--profile", "essai")).isNotZero();
        assertThat(list).hasContent("mentor-1");
    }

    @Test
    void who_leaves_is_signed_out_there_and_forgotten_here() {
        signIn(300);
        assertThat(run("profiles")).isZero();
        assertThat(said.toString()).contains("essai", installation.origin(), "camille-ops");

        assertThat(run("logout")).isZero();

        assertThat(installation.asked.getLast())
                .containsEntry("refresh_token", "refresh-1")
                .doesNotContainKey("grant_type");
        assertThat(run("dead-letters", "--profile", "essai")).isEqualTo(ExitCode.NOT_SIGNED_IN.code());
        assertThat(Profiles.ofThisPerson().all()).isEmpty();
    }

    @Test
    void a_name_of_an_installation_is_no_path() {
        assertThatThrownBy(() -> Profiles.name("../secrets")).isInstanceOf(LocalFailure.class);
        assertThat(run("login", "--url", installation.origin(), "--profile", "../ailleurs"))
                .isEqualTo(ExitCode.MISUSED.code());
    }
}
