package fr.mentoratdurgence.files;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet that one sees in an XLSX workbook. Formulas count as what they last gave; macros are not read. */
final class Workbook {
    private static final Pattern NOT_OF_A_DATE = Pattern.compile("\\[[^]]*]|\"[^\"]*\"|\\\\.");
    private static final Pattern OF_A_DATE = Pattern.compile("[ydhj]");

    /** A number with more digits than this is not one that a person wrote. */
    private static final int LONGEST_NUMBER = 30;

    private Workbook() {}

    /** Whether these bytes are a workbook of some kind, by their first four. */
    static boolean is(byte[] bytes) {
        return begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 0xD0, 0xCF, 0x11, 0xE0);
    }

    static void read(byte[] bytes, Gatherer rows) throws FileRefused {
        if (!begins(bytes, 'P', 'K', 3, 4)) {
            throw new FileRefused("fichier.ancien-classeur");
        }
        try {
            measure(bytes);
            try (ReadableWorkbook workbook = open(bytes)) {
                rows(workbook, rows);
            }
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            Throwable cause = broken instanceof XMLStreamException xml ? xml.getNestedException() : broken;
            if (cause instanceof Guard.Exceeded exceeded) {
                throw exceeded.refused();
            }
            // whatever a broken archive makes of the library: it is the file's fault, and said so
            throw new FileRefused("fichier.illisible");
        }
    }

    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        } catch (ExcelReaderException _) {
            // no styles in it: then no number of it is shown as a date either
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
        }
    }

    private static void rows(ReadableWorkbook workbook, Gatherer rows) throws IOException, FileRefused {
        Sheet sheet = workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new FileRefused("fichier.vide"));
        try (Stream<Row> all = sheet.openStream()) {
            Iterator<Row> each = all.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(text(cell));
                }
                rows.take(new Written(row.getRowNum(), cells));
            }
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case BigDecimal number -> isDate(cell.getDataFormatString()) ? date(cell.asDate()) : number(number);
            case Boolean yes -> yes ? "oui" : "non";
            default -> String.valueOf(cell.getValue());
        };
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && !format.equalsIgnoreCase("General")
                && OF_A_DATE
                        .matcher(NOT_OF_A_DATE
                                .matcher(format.toLowerCase(Locale.ROOT))
                                .replaceAll(""))
                        .find();
    }

    private static String date(LocalDateTime moment) {
        if (moment.getYear() == 1900 && moment.getDayOfYear() == 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static String number(BigDecimal number) {
        boolean plain = number.precision() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER;
        return plain ? number.stripTrailingZeros().toPlainString() : number.toString();
    }

    /** Unpacks everything once without keeping it: a small archive may hold more than memory. */
    private static void measure(byte[] bytes) throws IOException, XMLStreamException, FileRefused {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            var budget = new Budget();
            boolean sheet = false;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = budget.of(zip.getInputStream(entry))) {
                    if (entry.getName().toLowerCase(Locale.ROOT).contains("worksheets/sheet")) {
                        sheet = true;
                        measureSheet(part);
                    } else {
                        part.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
            if (!sheet) {
                throw new FileRefused("fichier.ancien-classeur");
            }
        }
    }

    /** A cell that says that it stands in column two billion would make the reader build all of them. */
    private static void measureSheet(InputStream part) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(part);
        int lines = 0;
        int cells = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals("row")) {
                    lines++;
                    cells = 0;
                } else if (xml.getLocalName().equals("c")) {
                    cells++;
                    String address = xml.getAttributeValue(null, "r");
                    if (cells > Limits.COLUMNS || (address != null && !isNear(address))) {
                        throw new Guard.Exceeded("fichier.trop-de-colonnes", lines, Limits.COLUMNS);
                    }
                }
                if (lines > Limits.LINES) {
                    throw new Guard.Exceeded("fichier.trop-de-lignes", Limits.LINES);
                }
            }
        }
    }

    private static boolean isNear(String address) {
        int column = address.length() > LONGEST_NUMBER ? -1 : new CellAddress(address).getColumn();
        return column >= 0 && column < Limits.COLUMNS;
    }

    private static boolean begins(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** What may still be unpacked. */
    private static final class Budget {
        private long left = Limits.UNPACKED;

        InputStream of(InputStream part) {
            return new FilterInputStream(part) {
                @Override
                public int read() throws IOException {
                    int read = super.read();
                    spend(read < 0 ? 0 : 1);
                    return read;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    spend(Math.max(0, read));
                    return read;
                }
            };
        }

        private void spend(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new Guard.Exceeded("fichier.classeur-trop-gros", Limits.UNPACKED / Limits.MEGABYTE);
            }
        }
    }
}
