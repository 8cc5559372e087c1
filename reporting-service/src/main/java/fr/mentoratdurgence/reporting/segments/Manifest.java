package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
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
        try {
            for (String line : Files.readAllLines(folder.file(FILE))) {
                manifest.take(line);
            }
        } catch (NoSuchFileException _) {
            return manifest;
        } catch (IOException e) {
            throw new SegmentFault(Code.FOLDER_UNUSABLE, folder.path(), String.valueOf(e.getMessage()));
        }
        return manifest;
    }

    private void take(String text) {
        int number = lines.size() + 1;
        try {
            Line line = JSON.readValue(text, Line.class);
            if (!line.previous().equals(hash) || !JSON.writeValueAsString(line).equals(text)) {
                throw new SegmentFault(Code.MANIFEST_CHANGED, folder.file(FILE), number);
            }
            add(line, text);
        } catch (JacksonException _) {
            throw new SegmentFault(Code.MANIFEST_CHANGED, folder.file(FILE), number);
        }
    }

    private void add(Line line, String written) {
        lines.add(line);
        text.append(written).append('\n');
        hash = Folder.sha256(written);
    }

    /** The segments in the order in which they were sealed. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The hash of the last line: it stands for all that was sealed. */
    public String hash() {
        return hash;
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
