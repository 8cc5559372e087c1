package fr.mentoratdurgence.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Problems.Again;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.ModelAndView;

@Tag("reliability")
class ProblemsTest {
    private final Problems problems = new Problems(new Texts(new StaticMessageSource()));

    @Test
    void a_form_that_meets_a_database_that_restarts_is_given_back_as_it_was_typed_under_the_same_key() {
        MockHttpServletRequest form = new MockHttpServletRequest("POST", "/suivi/inquietude");
        form.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
        form.addParameter("commande", "key-1");
        form.addParameter("texte", "Il a peur");
        assertThat(page(form).getModel().get("again"))
                .isEqualTo(new Again(
                        "/suivi/inquietude",
                        List.of(new Choice("commande", "key-1"), new Choice("texte", "Il a peur"))));
    }

    @Test
    void a_connection_that_breaks_under_whoever_uses_it_is_an_outage_and_another_fault_is_not() throws Exception {
        MockHttpServletRequest call = new MockHttpServletRequest("POST", "/api/followup/v1/concerns");
        for (String state : List.of("08006", "57P01", "57P03")) {
            Exception store = new IllegalStateException("reading", new SQLException("terminating connection", state));
            assertThat(status(problems.anythingElse(store, call))).isEqualTo(503);
        }
        Exception unique = new IllegalStateException("writing", new SQLException("duplicate key", "23505"));
        assertThat(status(problems.anythingElse(unique, call))).isEqualTo(500);
        assertThat(status(problems.anythingElse(new IllegalStateException("bug"), call)))
                .isEqualTo(500);
    }

    private static int status(Object answer) {
        return ((ResponseEntity<?>) answer).getStatusCode().value();
    }

    @Test
    void a_question_and_a_file_are_not_given_back() {
        assertThat(page(new MockHttpServletRequest("GET", "/suivi")).getModel().get("again"))
                .isNull();
        MockHttpServletRequest file = new MockHttpServletRequest("POST", "/besoins/import");
        file.setContentType("multipart/form-data; boundary=x");
        assertThat(page(file).getModel().get("again")).isNull();
    }

    private ModelAndView page(MockHttpServletRequest request) {
        return (ModelAndView) problems.outage(new CannotCreateTransactionException("restarting"), request);
    }
}
