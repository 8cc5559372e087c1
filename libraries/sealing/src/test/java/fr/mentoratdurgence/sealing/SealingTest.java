package fr.mentoratdurgence.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the test vectors of the standards, where there are some. */
class SealingTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String WRITTEN = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void the_hash_is_sha_256_in_one_piece_and_in_parts() {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Sha256.hex("abc")).isEqualTo(abc);
        assertThat(new Sha256().add("a").add("bcx".getBytes(UTF_8), 2).hex()).isEqualTo(abc);
        assertThat(HexFormat.of().formatHex(Sha256.of("abc"))).isEqualTo(abc);
    }

    @Test
    void the_hash_of_a_set_knows_no_order_can_be_taken_apart_and_tells_one_text_from_another() {
        SetHash all = SetHash.EMPTY.plus("un").plus("deux").plus("trois");

        assertThat(SetHash.EMPTY.plus("trois").plus("un").plus("deux")).isEqualTo(all);
        assertThat(SetHash.EMPTY.plus("un").plus(SetHash.EMPTY.plus("deux").plus("trois")))
                .isEqualTo(all);
        assertThat(SetHash.EMPTY.plus("un").plus("deux").plus("quatre").hex()).isNotEqualTo(all.hex());
        assertThat(SetHash.EMPTY.plus("un").hex()).isEqualTo(Sha256.hex("un"));
        assertThat(all.count()).isEqualTo(3);
        SetHash many = SetHash.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            many = many.plus("fait " + i);
            assertThat(many.hex()).hasSize(64);
        }
    }

    @Test
    void the_mark_is_hmac_sha_256() {
        // RFC 4231, test case 2
        byte[] mark =
                Mark.of("Jefe".getBytes(UTF_8), "what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8));
        assertThat(HexFormat.of().formatHex(mark))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void what_is_sealed_opens_in_its_place_only_and_is_never_the_same_twice() throws GeneralSecurityException {
        byte[] sealed = Seal.seal(KEY, "plain".getBytes(UTF_8), "row-1".getBytes(UTF_8));

        assertThat(Seal.open(KEY, sealed, "row-1".getBytes(UTF_8))).isEqualTo("plain".getBytes(UTF_8));
        assertThat(Seal.seal(KEY, "plain".getBytes(UTF_8), "row-1".getBytes(UTF_8)))
                .isNotEqualTo(sealed);
        assertThatThrownBy(() -> Seal.open(KEY, sealed, "row-2".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Seal.open(KEY, new byte[3], "row-1".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void the_first_key_writes_and_all_of_them_read() {
        KeyRing keys = new KeyRing("SOME_KEYS", "k2:" + WRITTEN + ", k1:" + "A".repeat(43) + "=");

        assertThat(keys.current()).isEqualTo("k2");
        assertThat(keys.writing()).isEqualTo(KEY);
        assertThat(keys.of("k1")).contains(new byte[32]);
        assertThat(keys.of("k3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", ":MDEy", "k1:MDEy", "k1:*secret*"})
    void a_key_of_the_wrong_shape_is_refused_without_being_shown(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRing("SOME_KEYS", written))
                .withMessage("SOME_KEYS must be id:<base64 of 32 bytes>, separated by commas")
                .withNoCause();
    }
}
