package fr.mentoratdurgence.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("reliability")
class CodeTest {
    private enum Colour {
        RED
    }

    @Test
    void a_code_of_this_version_is_what_it_says() {
        Code<Colour> red = Code.of(Colour.class, "RED");

        assertThat(red.is(Colour.RED)).isTrue();
        assertThat(JsonMapper.shared().writeValueAsString(red)).isEqualTo("\"RED\"");
    }

    @Test
    void a_code_of_a_newer_version_is_no_code_of_this_one_and_keeps_its_name() {
        Code<Colour> newer = Code.of(Colour.class, "GREEN");

        assertThat(newer.is(Colour.RED)).isFalse();
        assertThat(newer.known()).isNull();
        assertThat(newer).hasToString("GREEN");
        assertThat(JsonMapper.shared().writeValueAsString(newer)).isEqualTo("\"GREEN\"");
    }

    @Test
    void what_is_missing_or_unknown_is_no_code() {
        assertThat(Code.known(Colour.class, "RED")).contains(Colour.RED);
        assertThat(Code.known(Colour.class, "red")).isEmpty();
        assertThat(Code.known(Colour.class, null)).isEmpty();
    }
}
