package fr.mentoratdurgence.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPageTest {
    private static final ListAddress HERE =
            ListAddress.of("/besoins").with("q", "sacré cœur").with("etat", null);

    @Test
    void filters_stay_in_the_address_and_the_first_page_needs_no_number() {
        ListPage second = ListPage.of(2, 101, 50, HERE);
        assertThat(second.pages()).isEqualTo(3);
        assertThat(second.offset()).isEqualTo(50);
        assertThat(second.previous()).isEqualTo("/besoins?q=sacr%C3%A9%20c%C5%93ur");
        assertThat(second.next()).isEqualTo("/besoins?q=sacr%C3%A9%20c%C5%93ur&page=3");
    }

    @Test
    void a_page_keeps_the_page_of_the_other_list() {
        ListAddress both = ListAddress.of("/suivi").with("rappels", 2).with("binomes", 3);
        assertThat(ListPage.of("rappels", 2, 30, 10, both.at("a-rappeler")).next())
                .isEqualTo("/suivi?rappels=3&binomes=3#a-rappeler");
    }

    @Test
    void beyond_the_last_is_the_last_and_an_empty_list_has_one_page() {
        assertThat(ListPage.of(99, 101, 50, HERE).number()).isEqualTo(3);
        assertThat(ListPage.of(99, 101, 50, HERE).next()).isNull();
        assertThat(ListPage.of(1, 0, 50, HERE).pages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void what_is_no_number_of_a_page_is_refused(int asked) {
        assertThatThrownBy(() -> ListPage.of(asked, 101, 50, HERE)).isInstanceOf(InvalidInput.class);
    }
}
