package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parts of a run show to others: nothing on the network, nothing on the disk. */
class OnlyThisMachineTest {
    private static final String LISTENING = "0A";
    /** As the kernel writes 127.0.0.1, ::1 and ::ffff:127.0.0.1. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    private final Path folder = RunningSystem.get().system().directory();

    /** All of them, also those that a library opens by itself, such as the ones by which servers find each other. */
    @ParameterizedTest
    @EnumSource
    void every_socket_of_a_part_is_on_loopback(Part part) throws IOException {
        ProcessHandle process = RunRecord.process(folder, part).orElseThrow();
        List<String> listening = listening(process);
        assertThat(listening)
                .allMatch(address -> LOOPBACK.contains(address.substring(0, address.indexOf(':'))))
                .anyMatch(address -> address.endsWith(
                        String.format(":%04X", RunningSystem.get().addresses().port(part))));
        // what Keycloak's transactions open by themselves comes on top
        int expected = RunningSystem.get().addresses().ports(part).size() + (part == Part.KEYCLOAK ? 1 : 0);
        assertThat(ports(listening)).as("nothing that nobody asked for").hasSizeLessThanOrEqualTo(expected);
    }

    @Test
    void whoever_reads_the_disk_as_somebody_else_finds_no_secret() throws IOException {
        assertThat(mode(folder)).isEqualTo("rwx------");
        List<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(10);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (secrets.stream().anyMatch(content::contains)) {
                    assertThat(mode(file)).as(file.toString()).endsWith("------");
                }
            }
        }
    }

    @Test
    void the_databases_ask_everybody_for_a_password() {
        for (String user : List.of("postgres", "needs", "keycloak")) {
            String url = RunningSystem.get().system().database("needs").url();
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, user))
                    .as(user)
                    .isInstanceOf(SQLException.class);
        }
    }

    private List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>();
        secrets.add(Files.readString(folder.resolve("postgres").resolve("superuser")));
        for (String line : Files.readAllLines(folder.resolve("secrets.properties"))) {
            if (!line.startsWith("#")) {
                secrets.add(line.substring(line.indexOf('=') + 1));
            }
        }
        return secrets;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Set<String> ports(List<String> addresses) {
        Set<String> ports = new HashSet<>();
        addresses.forEach(address -> ports.add(address.substring(address.indexOf(':'))));
        return ports;
    }

    /** Local addresses on which a process listens, as the kernel writes them. */
    private static List<String> listening(ProcessHandle process) throws IOException {
        Path of = Path.of("/proc", Long.toString(process.pid()));
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> open = Files.list(of.resolve("fd"))) {
            for (Path file : open.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                } catch (IOException _) {
                    // closed meanwhile
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String family : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(of.resolve("net").resolve(family))) {
                String[] columns = line.strip().split(" +", -1);
                if (columns[3].equals(LISTENING) && inodes.contains(columns[9])) {
                    addresses.add(columns[1]);
                }
            }
        }
        return addresses;
    }
}
