package fr.mentoratdurgence.needs.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedReferenceTest {

    @Test
    void it_is_always_the_same_for_a_need_and_can_be_said_on_the_phone() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String reference = NeedReference.of("need-" + i);
            assertThat(NeedReference.isPossible(reference)).as(reference).isTrue();
            assertThat(NeedReference.of("need-" + i)).isEqualTo(reference);
            assertThat(seen.add(reference)).isTrue();
        }
    }

    @Test
    void anything_else_is_not_a_reference() {
        assertThat(NeedReference.isPossible("MU-7K3F-9Q2")).isFalse();
        assertThat(NeedReference.isPossible("<script>")).isFalse();
    }
}
