package fr.mentoratdurgence.platform.keys;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A table with sealed columns, for whoever seals them anew: each has a bean of this type, else its old key could never be
 * dropped.
 *
 * @param table   its name
 * @param key     the column that names a row, of type text
 * @param columns sealed columns, each with what follows the row's name in what it is bound to
 * @param cipher  that seals them, for their purpose
 * @param marks   writes the keyed marks of a row anew, in the same transaction; the row is sealed by then
 */
public record SealedTable(
        String table, String key, Map<String, String> columns, PersonalDataCipher cipher, Consumer<String> marks) {

    /** One without marks. */
    public SealedTable(String table, String key, Map<String, String> columns, PersonalDataCipher cipher) {
        this(table, key, columns, cipher, _ -> {});
    }
}
