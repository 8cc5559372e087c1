package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartInstanceTest {
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "needs", "needs-2", "gateway-5"})
    void a_name_leads_back_to_the_process(String name) {
        assertThat(PartInstance.named(name).map(PartInstance::id)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "launcher",
                "port-offset",
                "needs-",
                "needs-0",
                "needs-6",
                "needs-22",
                "kafka-2",
                "needs.fate"
            })
    void no_other_name_does(String name) {
        assertThat(PartInstance.named(name)).isEmpty();
    }

    @Test
    void only_what_is_built_here_has_several() {
        assertThatThrownBy(() -> new PartInstance(Part.POSTGRES, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_of_a_part_comes_before_its_others_and_is_called_like_the_part() {
        assertThat(PartInstance.of(Part.NEEDS, 3).sorted().map(PartInstance::id))
                .containsExactly("needs", "needs-2", "needs-3");
        assertThat(PartInstance.first(Part.NEEDS).title()).isEqualTo(Part.NEEDS.title());
        assertThat(new PartInstance(Part.NEEDS, 2).title()).isEqualTo(Part.NEEDS.title() + " n° 2");
    }
}
