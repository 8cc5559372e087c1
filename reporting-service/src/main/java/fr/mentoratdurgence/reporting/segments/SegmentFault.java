package fr.mentoratdurgence.reporting.segments;

import java.util.List;

/** Something is wrong with the sealed history that a person must mend; the sentence is in the messages. */
public final class SegmentFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Code {
        /** The manifest is not as it was written. */
        MANIFEST_CHANGED,
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
        /** The history that should take the import is not empty. */
        NOT_EMPTY,
        /** There is no sealed day. */
        NOTHING_SEALED
    }

    private final Code code;
    private final transient List<Object> arguments;

    SegmentFault(Code code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** What the sentence names. */
    public List<Object> arguments() {
        return arguments;
    }
}
