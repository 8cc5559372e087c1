package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.platform.SystemFault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Something is wrong with the sealed history that a person must mend; the sentence is in the messages. */
public final class SegmentFault extends SystemFault {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Code {
        /** The manifest is not as it was written. */
        MANIFEST_CHANGED,
        /** The manifest is shorter than it once was, or gone with its folder. */
        MANIFEST_SHORT,
        /** A folder that was brought here holds a segment that no line names: the manifest lost its end. */
        SEGMENT_UNNAMED,
        /** A file that the manifest names is not there. */
        SEGMENT_MISSING,
        /** A file is not as it was sealed. */
        SEGMENT_CHANGED,
        /** A file was sealed for another operation. */
        OTHER_OPERATION,
        /** There is no room to write. */
        DISK_FULL,
        /** The folder cannot be read or written. */
        FOLDER_UNUSABLE,
        /** The object store does not answer, or not in time. */
        BUCKET_AWAY,
        /** The object store answers, and refuses: the bucket, the key or its rights are not those that it knows. */
        BUCKET_REFUSES,
        /** The object store puts one object over another: two instances could lose each other's days. */
        BUCKET_OVERWRITES,
        /** The folder that should take a copy holds other days. */
        OTHER_COPY,
        /** The history that should take the import is not empty. */
        NOT_EMPTY,
        /** There is no sealed day. */
        NOTHING_SEALED
    }

    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    private final Code code;
    private final transient List<Object> arguments;

    SegmentFault(Code code, Object... arguments) {
        super(code.name(), named(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Whether a disk says that it takes no more: full, the user's share of it used up, the file longer than allowed. */
    public static boolean saysDiskFull(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return FULL.stream().anyMatch(message::contains);
    }

    /** What the disk of this machine says, as a fault. */
    static SegmentFault of(Exception cause, SegmentStore store) {
        SegmentFault fault = saysDiskFull(cause)
                ? new SegmentFault(Code.DISK_FULL, store.disk())
                : new SegmentFault(Code.FOLDER_UNUSABLE, store.disk(), String.valueOf(cause.getMessage()));
        fault.initCause(cause);
        return fault;
    }

    /** What is wrong. */
    public Code fault() {
        return code;
    }

    /** Over HTTP a file has its name only: where it lies is a matter of the machine. */
    private static Object[] named(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> switch (argument) {
                    case Path file -> String.valueOf(file.getFileName());
                    case URI object ->
                        object.getPath().substring(object.getPath().lastIndexOf('/') + 1);
                    default -> argument;
                })
                .toArray();
    }

    /** What the sentence of the command line names. */
    public List<Object> inFull() {
        return arguments;
    }
}
