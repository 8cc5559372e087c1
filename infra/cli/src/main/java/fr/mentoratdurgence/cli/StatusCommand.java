package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM 'à' HH:mm:ss", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));

    @Mixin
    private final Answering where = new Answering();

    @Override
    public Integer call() {
        LocalAddresses addresses = where.running();
        Map<PartInstance, Boolean> answers = new Pulse(addresses).answers(expected());
        if (where.json) {
            printJson(addresses, answers);
        } else {
            print(addresses, answers);
        }
        return answers.containsValue(false) ? ExitCode.FAILED.code() : ExitCode.OK.code();
    }

    /** Every part, and the further processes of those that have some. */
    private SortedSet<PartInstance> expected() {
        var expected = new TreeSet<>(RunRecord.instances(where.folder()));
        Arrays.stream(Part.values()).map(PartInstance::first).forEach(expected::add);
        return expected;
    }

    private void print(LocalAddresses addresses, Map<PartInstance, Boolean> answers) {
        RunFolder folder = new RunFolder(where.folder());
        answers.forEach((part, up) -> {
            System.out.printf(
                    "%-36s %5d  %-8s %s%n",
                    part.title(),
                    addresses.port(part),
                    Texts.say(up ? "etat.repond" : "etat.muet"),
                    up ? "" : folder.log(part));
            RunRecord.fate(folder.directory(), part)
                    .map(fate -> told(part, fate))
                    .ifPresent(System.out::println);
        });
        lastSearch(folder.personalData()).forEach(System.out::println);
        System.out.println(Texts.say(answers.containsValue(false) ? "incomplet" : "pret", addresses.origin()));
    }

    private static String told(PartInstance part, Fate fate) {
        return Texts.say("sort." + fate.next(), fate.falls(), WHEN.format(fate.at()), part.id());
    }

    /** What the launcher looked for last night, in one line of counts; nothing before the first night. */
    private static List<String> lastSearch(Path said) {
        if (!Files.exists(said)) {
            return List.of();
        }
        try {
            Instant at = Files.getLastModifiedTime(said).toInstant();
            List<String> lines = Files.readAllLines(said);
            return lines.isEmpty()
                    ? List.of()
                    : List.of(Texts.say("nuit.derniere", WHEN.format(at), lines.getLast(), said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printJson(LocalAddresses addresses, Map<PartInstance, Boolean> answers) {
        Path folder = where.folder();
        var parts = new LinkedHashMap<String, Object>();
        answers.forEach((part, up) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("port", addresses.port(part));
            one.put("up", up);
            RunRecord.fate(folder, part).ifPresent(fate -> {
                one.put("next", fate.next());
                one.put("falls", fate.falls());
                one.put("at", fate.at());
            });
            parts.put(part.id(), one);
        });
        var said = new LinkedHashMap<String, Object>(Map.of("origin", addresses.origin(), "parts", parts));
        lastSearch(new RunFolder(folder).personalData()).forEach(line -> said.put("personalData", line));
        System.out.println(JsonMapper.shared().writeValueAsString(said));
    }
}
