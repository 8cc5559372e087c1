package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of people who were erased, by number alone, kept apart from every backup: a backup of before still knows them,
 * and where it is put back they are erased again by this list.
 */
@Command(name = "erasures", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class ErasuresCommand implements Callable<Integer> {
    private static final int PORTION = 10_000;
    private static final int UNKNOWN = 404;

    @Mixin
    private final Reaching where = new Reaching();

    @Parameters(index = "0", paramLabel = "FICHIER", descriptionKey = "erasures.fichier")
    private Path file = Path.of("");

    @Option(names = "--apply", descriptionKey = "erasures.apply")
    private boolean apply;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    /** What became of a list. */
    record Applied(int listed, int erased, int before, int unknown) {}

    @Override
    public Integer call() {
        Map<String, Instant> list = Files.exists(file) ? read() : new TreeMap<>();
        if (!apply) {
            return complete(list);
        }
        if (!Files.exists(file)) {
            throw new LocalFailure("fichier.illisible", file);
        }
        Applied applied = apply(where.door(), list);
        System.out.println(
                where.json()
                        ? JsonMapper.shared().writeValueAsString(applied)
                        : Texts.say(
                                dryRun ? "effacements.essai" : "effacements.refaits",
                                applied.listed(),
                                applied.erased(),
                                applied.before(),
                                applied.unknown()));
        return ExitCode.OK.code();
    }

    /** Nobody is ever taken off the list, also where this installation no longer knows of them. */
    private int complete(Map<String, Instant> list) {
        int before = list.size();
        Door door = where.door();
        for (String part : EraseCommand.PARTS) {
            String after = "";
            int portion = PORTION;
            while (portion == PORTION) {
                JsonNode erased = door.get(Apis.OPS, Apis.ops(part, "erasures?after=" + Web.encode(after)));
                for (JsonNode one : erased) {
                    after = one.path("person").asString();
                    list.putIfAbsent(after, Instant.parse(one.path("erasedAt").asString()));
                }
                portion = erased.size();
            }
        }
        if (!dryRun) {
            write(list);
        }
        System.out.println(
                where.json()
                        ? JsonMapper.shared().writeValueAsString(Map.of("listed", list.size()))
                        : Texts.say("effacements.faits", list.size(), file, list.size() - before));
        return ExitCode.OK.code();
    }

    private Applied apply(Door door, Map<String, Instant> list) {
        int erased = 0;
        int before = 0;
        int unknown = 0;
        for (String person : list.keySet()) {
            String path = Apis.ops(EraseCommand.owner(person), "people/" + person);
            if (!door.get(Apis.OPS, path).path("identity").asBoolean()) {
                before++;
            } else if (dryRun) {
                erased++;
            } else {
                try {
                    var _ = door.delete(Apis.OPS, path);
                    erased++;
                } catch (StepRefused refusal) {
                    if (refusal.status() != UNKNOWN) {
                        throw refusal;
                    }
                    unknown++;
                }
            }
        }
        return new Applied(list.size(), erased, before, unknown);
    }

    private Map<String, Instant> read() {
        Map<String, Instant> list = new TreeMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).strip().split(";", -1);
                if (!lines.get(i).isBlank()) {
                    list.put(cells[0], erasedAt(cells, i + 1));
                }
            }
            return list;
        } catch (IOException e) {
            throw new LocalFailure("fichier.illisible", file, e);
        }
    }

    private Instant erasedAt(String[] cells, int line) {
        try {
            if (cells.length == 2) {
                return Instant.parse(cells[1]);
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new LocalFailure("effacements.illisible", file, line);
    }

    /** Whole or as before. */
    private void write(Map<String, Instant> list) {
        StringBuilder lines = new StringBuilder();
        list.forEach((person, at) -> lines.append(person).append(';').append(at).append('\n'));
        Path target = file.toAbsolutePath();
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.write(PrivateFiles.file(fresh), lines.toString().getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
