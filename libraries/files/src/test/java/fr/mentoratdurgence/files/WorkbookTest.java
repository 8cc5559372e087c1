package fr.mentoratdurgence.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class WorkbookTest {
    private static final Column NAME = Column.required("nom");
    private static final Column PHONE = Column.optional("telephone");
    private static final Column DAY = Column.optional("jour");
    private static final Column ADULT = Column.optional("majeur");
    private static final List<Column> COLUMNS = List.of(NAME, PHONE, DAY, ADULT);

    private static final String HEADER = """
            <row r="2"><c r="A2" t="inlineStr"><is><t>Nom</t></is></c><c r="B2" t="inlineStr"><is><t>Téléphone</t></is></c>
            <c r="C2" t="inlineStr"><is><t>Jour</t></is></c><c r="D2" t="inlineStr"><is><t>Majeur</t></is></c></row>""";

    @Test
    void cells_become_what_a_person_would_have_written() throws Exception {
        Table table = Table.read(workbook(HEADER + """
                <row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4"><v>639983001</v></c><c r="C4" s="1"><v>43906</v></c><c r="D4" t="b"><v>1</v></c></row>
                <row r="5"><c r="A5"/><c r="D5" t="inlineStr"><is><t> </t></is></c></row>"""), COLUMNS);

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(4);
            assertThat(row.get(NAME)).isEqualTo("Élise");
            assertThat(row.get(PHONE)).isEqualTo("639983001");
            assertThat(row.get(DAY)).isEqualTo("2020-03-16");
            assertThat(row.get(ADULT)).isEqualTo("oui");
        });
    }

    @Test
    void a_cell_that_claims_to_stand_far_away_is_refused() throws Exception {
        byte[] far = workbook(HEADER + "<row r=\"4\"><c r=\"ZZZZZZ4\"><v>1</v></c></row>");

        assertThatThrownBy(() -> Table.read(far, COLUMNS)).isInstanceOf(FileRefused.class);
    }

    @Test
    void a_small_archive_of_something_big_is_refused_before_it_is_unpacked() throws Exception {
        byte[] bomb = workbook(HEADER + " ".repeat(Limits.UNPACKED + 1));

        assertThat(bomb.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> Table.read(bomb, COLUMNS))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.key()).isEqualTo("fichier.classeur-trop-gros"));
    }

    @Test
    void entities_of_an_attacker_are_not_followed() throws Exception {
        Map<String, String> parts = parts(HEADER);
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + sheet(HEADER.replace("Nom", "&a;")));

        assertThatThrownBy(() -> Table.read(zip(parts), COLUMNS)).isInstanceOf(FileRefused.class);
    }

    @Test
    void other_archives_and_older_workbooks_are_named_as_such() throws Exception {
        byte[] archive = zip(Map.of("content.xml", "<x/>"));
        byte[] older = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        for (byte[] bytes : List.of(archive, older)) {
            assertThatThrownBy(() -> Table.read(bytes, COLUMNS))
                    .isInstanceOfSatisfying(
                            FileRefused.class,
                            refused -> assertThat(refused.key()).isEqualTo("fichier.ancien-classeur"));
        }
    }

    @Test
    void a_broken_archive_is_the_files_fault() throws Exception {
        byte[] whole = workbook(HEADER);
        for (int length = 4; length < whole.length; length += 37) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Table.read(cut, COLUMNS)).isInstanceOf(FileRefused.class);
        }
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(parts(rows));
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                </Types>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Feuille1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put("xl/sharedStrings.xml", """
                <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Élise</t></si></sst>""");
        parts.put("xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
