package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.SeeOther;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class SeeOtherTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/suivi",
                "/suivi?rappels=2#need-00000000-0000-4000-8000-000000000001",
                "/besoins?q=%C3%A9cole+a"
            })
    void a_path_of_ours_is_followed(String path) {
        assertThat(SeeOther.local(path, "/ailleurs")).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "suivi",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/suivi\r\nSet-Cookie: a=b",
                "/suivi{x}",
                "/suivi#a\nb",
                "/#//evil.example"
            })
    void whatever_could_lead_elsewhere_is_not(@org.jspecify.annotations.Nullable String address) {
        assertThat(SeeOther.local(address, "/ici")).isEqualTo("/ici");
    }
}
