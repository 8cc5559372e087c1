package fr.mentoratdurgence.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever file is sent, it is read or refused in words; what we write is read again and never runs. */
@Tag("reliability")
class AnyFileTest {
    private static final int FILES = 1_000 * Integer.getInteger("rounds", 1);
    private static final List<Column> COLUMNS =
            List.of(Column.required("name", "Nom", "Établissement"), Column.optional("places", "Places", "Nombre"));

    private static final List<String> PIECES = List.of(
            "Nom",
            "Établissement",
            "Places",
            ";",
            ",",
            "\t",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "=1+1",
            "|",
            "\ufeff",
            "sep=;\n",
            "é",
            "Ã©",
            "\u0000",
            "\u2028",
            " ",
            "12",
            "0612345678",
            "École; dite « du \"Pré\" »",
            "\ud800",
            "x".repeat(300));

    @Test
    void a_text_is_a_table_or_refused_in_words() {
        Random dice = new Random(25);
        for (int i = 0; i < FILES; i++) {
            byte[] file = text(dice).getBytes(dice.nextBoolean() ? UTF_8 : ISO_8859_1);
            for (int spoilt = dice.nextInt(4); spoilt > 0 && file.length > 0; spoilt--) {
                file[dice.nextInt(file.length)] = (byte) dice.nextInt();
            }
            readOrRefused(i, file);
        }
    }

    @Test
    void a_spoilt_workbook_is_a_table_or_refused_in_words() throws IOException {
        Random dice = new Random(33);
        for (int i = 0; i < FILES / 4; i++) {
            byte[] file = workbook(dice);
            for (int spoilt = dice.nextInt(6); spoilt > 0; spoilt--) {
                file[dice.nextInt(file.length)] = (byte) dice.nextInt();
            }
            readOrRefused(i, file);
        }
    }

    @Test
    void what_we_write_never_runs_and_is_read_again_as_it_was() throws FileRefused {
        Random dice = new Random(7);
        Column name = Column.required("name", "Nom");
        for (int i = 0; i < FILES; i++) {
            String cell = cell(dice);
            String written = WrittenTable.of(List.of(List.of("Nom", "Places"), List.of(cell, "1")));
            String line = written.substring(written.indexOf("\r\n") + 2);
            String begins = line.startsWith("\"") ? line.substring(1) : line;
            assertThat("=+-@\t\r\n".indexOf(begins.charAt(0)))
                    .as("cell %s: %s", i, written)
                    .isNegative();

            List<Row> rows = Table.read(written.getBytes(UTF_8), List.of(name)).rows();
            String read = rows.isEmpty() ? "" : rows.getFirst().get(name);
            assertThat(plain(read)).as("cell %s", i).isEqualTo(plain(cell));
        }
    }

    private static void readOrRefused(int number, byte[] file) {
        assertThatCode(() -> {
                    try {
                        assertThat(Table.read(file, COLUMNS).rows()).isNotNull();
                    } catch (FileRefused refused) {
                        assertThat(Sentences.of(refused)).isNotBlank();
                    }
                })
                .as("file %s", number)
                .doesNotThrowAnyException();
    }

    private static String text(Random dice) {
        StringBuilder text = new StringBuilder(dice.nextBoolean() ? "Nom;Places\n" : "");
        for (int pieces = dice.nextInt(40); pieces > 0; pieces--) {
            text.append(PIECES.get(dice.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String cell(Random dice) {
        List<String> signs = List.of("=", "+", "-", "@", "a", "é", "1", ";", "\"", "'", "|", ",", " ", "(", "SUM");
        StringBuilder cell = new StringBuilder(signs.get(dice.nextInt(4)));
        for (int pieces = dice.nextInt(8); pieces > 0; pieces--) {
            cell.append(signs.get(dice.nextInt(signs.size())));
        }
        return cell.append('z').toString();
    }

    /** What a reader may take for the same: signs around it, and the apostrophe that keeps a formula from running. */
    private static String plain(String cell) {
        return cell.strip().replaceAll(" +", " ").replaceFirst("^' ?", "");
    }

    private static byte[] workbook(Random dice) throws IOException {
        List<String> parts =
                new ArrayList<>(List.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom</t></is></c></row>"));
        for (int rows = dice.nextInt(5); rows > 0; rows--) {
            parts.add("<row r=\"" + dice.nextInt(9) + "\"><c r=\"A" + dice.nextInt(9) + "\" t=\""
                    + List.of("s", "str", "inlineStr", "b", "e", "d", "?").get(dice.nextInt(7)) + "\"><v>"
                    + List.of("0", "-1", "1e309", "99999999999", "TRUE", "#REF!", "&amp;", "")
                            .get(dice.nextInt(8)) + "</v></c></row>");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/xl/workbook.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                            + " name=\"F\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships"
                            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + String.join("", parts) + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
