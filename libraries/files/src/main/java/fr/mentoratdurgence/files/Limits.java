package fr.mentoratdurgence.files;

/** What a file may have at most, so that memory stays flat; far above what an operation sends. */
final class Limits {
    static final int MEGABYTE = 1_000_000;

    /** Bytes of a file, as sent. */
    static final int FILE = 20 * MEGABYTE;

    /** Bytes of all parts of a workbook, unpacked: a small file can hold a big one. */
    static final int UNPACKED = 60 * MEGABYTE;

    /** The ministry's directory has 72. */
    static final int COLUMNS = 500;

    /** Blank ones included; the ministry's directory has 70,000. */
    static final int LINES = 250_000;

    /** Characters of a cell. */
    static final int CELL = 10_000;

    private Limits() {}
}
