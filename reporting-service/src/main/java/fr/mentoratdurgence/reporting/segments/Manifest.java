package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of all sealed segments: one line of JSON each, and in each line the SHA-256 of the line before. Who knows
 * the last hash can tell whether anything before it was changed.
 */
public final class Manifest {
    static final String FILE = "manifest.jsonl";
    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One segment.
     *
     * @param operation the operation that it belongs to
     * @param day day of record, UTC
     * @param part 1 for the day; more for facts that came after it was sealed
     * @param file its name in the folder
     * @param sha256 of the file
     * @param facts how many it holds
     * @param first record time of the first
     * @param last record time of the last
     * @param reading name for what the build that sealed it read of which contract
     * @param sources all services in it
     * @param types all types in it
     * @param codes all codes in its columns
     * @param previous SHA-256 of the line before
     */
    public record Line(
            String operation,
            LocalDate day,
            int part,
            String file,
            String sha256,
            long facts,
            Instant first,
            Instant last,
            String reading,
            List<String> sources,
            List<String> types,
            List<String> codes,
            String previous) {}

    private final Folder folder;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String hash = NOTHING_BEFORE;

    private Manifest(Folder folder) {
        this.folder = folder;
    }

    static Manifest read(Folder folder) {
        Manifest manifest = new Manifest(folder);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(folder.file(FILE));
        } catch (NoSuchFileException _) {
            return manifest;
        } catch (IOException e) {
            throw new SegmentFault(Code.FOLDER_UNUSABLE, folder.path(), String.valueOf(e.getMessage()));
        }
        // a byte that is no letter any more is read as another one: its line has another hash all the same
        String[] lines = new String(bytes, UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            manifest.take(lines[i]);
        }
        if (!lines[lines.length - 1].isEmpty()) {
            throw manifest.changed();
        }
        return manifest;
    }

    private void take(String text) {
        try {
            Line line = text.startsWith("{") ? JSON.readValue(text, Line.class) : null;
            if (line == null || !JSON.writeValueAsString(line).equals(text) || !hash.equals(line.previous())) {
                throw changed();
            }
            add(line, text);
        } catch (JacksonException _) {
            throw changed();
        }
    }

    private SegmentFault changed() {
        return new SegmentFault(Code.MANIFEST_CHANGED, folder.file(FILE), lines.size() + 1);
    }

    /** Checks it against a line that was noted elsewhere when it was written. */
    void mustHold(int line, String noted) {
        if (line > lines.size()) {
            throw new SegmentFault(Code.MANIFEST_SHORT, folder.file(FILE), lines.size(), line);
        }
        String found = line == lines.size() ? hash : lines.get(line).previous();
        if (!found.equals(noted)) {
            throw new SegmentFault(Code.MANIFEST_CHANGED, folder.file(FILE), line);
        }
    }

    private void add(Line line, String written) {
        lines.add(line);
        text.append(written).append('\n');
        hash = Sha256.hex(written);
    }

    /** The segments in the order in which they were sealed. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The hash of the last line: it stands for all that was sealed. */
    public String hash() {
        return hash;
    }

    /** Whether it begins with all that the other one has. */
    public boolean continues(Manifest other) {
        int common = other.lines.size();
        return common <= lines.size() && lines.subList(0, common).equals(other.lines);
    }

    List<Line> of(LocalDate day) {
        return lines.stream().filter(line -> line.day().equals(day)).toList();
    }

    List<Path> files(List<Line> wanted) {
        return wanted.stream().map(line -> folder.file(line.file())).toList();
    }

    /** Adds a segment that stands under its name already. */
    void append(Line line) throws IOException {
        String written = JSON.writeValueAsString(line);
        Path temporary = folder.temporary(FILE);
        folder.write(temporary, text + written + "\n");
        folder.sync(temporary);
        folder.publish(temporary, FILE);
        add(line, written);
    }
}
