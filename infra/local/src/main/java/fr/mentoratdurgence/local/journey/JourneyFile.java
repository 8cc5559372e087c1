package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Sentences;
import fr.mentoratdurgence.files.Table;
import java.util.List;

/** The files of the demonstration, read as the services read them. */
final class JourneyFile {
    private JourneyFile() {}

    static List<Row> rows(byte[] bytes, List<Column> columns) {
        try {
            return Table.read(bytes, columns).rows();
        } catch (FileRefused refused) {
            throw new LocalFailure("parcours.fichier", Sentences.of(refused));
        }
    }
}
