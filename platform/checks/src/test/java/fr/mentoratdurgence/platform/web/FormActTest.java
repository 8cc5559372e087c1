package fr.mentoratdurgence.platform.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class FormActTest {
    private enum Rule implements RejectionCode {
        TOO_LONG(Kind.INVALID),
        TAKEN(Kind.CONFLICT);

        private final Kind kind;

        Rule(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    /** As a refusal comes back from the store: the same rule, and not the same constant. */
    private record Stored(String name, Kind kind, String family) implements RejectionCode {
        static Rejection of(RejectionCode rule) {
            return new Rejection(new Stored(rule.name(), rule.kind(), rule.family()));
        }
    }

    private final FormAct forms = new FormAct(texts());

    private static Texts texts() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessages(
                Map.of(
                        "rejet.TOO_LONG",
                        "Trop long.",
                        "rejet.TAKEN",
                        "Déjà pris.",
                        "manque",
                        "Il manque quelque chose."),
                Locale.FRENCH);
        return new Texts(messages);
    }

    private static Supplier<ModelAndView> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private ModelAndView answer(Fields fields, RuntimeException failure) {
        return forms.answer(fields, failing(failure), () -> new ModelAndView("formulaire", "saisie", "300"));
    }

    @Test
    void a_stored_refusal_lands_at_the_field_that_its_rule_is_about_and_what_was_typed_stays() {
        ModelAndView page =
                answer(Fields.NONE.at(Rule.TAKEN, "nom").at(Rule.TOO_LONG, "minutes"), Stored.of(Rule.TOO_LONG));
        assertThat(page.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.getModel())
                .containsEntry("violations", List.of(new Fault("minutes", "Trop long.")))
                .containsEntry("saisie", "300");
    }

    @Test
    void a_refusal_about_no_field_is_said_above_the_form() {
        ModelAndView page = answer(Fields.NONE.at(Rule.TOO_LONG, "minutes"), Stored.of(Rule.TAKEN));
        assertThat(page.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(page.getModel()).containsEntry("refus", "Déjà pris.").doesNotContainKey("violations");
    }

    @Test
    void a_form_with_one_field_for_several_says_a_fault_once_there() {
        Violations violations = new Violations()
                .add("skills[0].from", "manque")
                .add("skills[1].from", "manque")
                .add("nom", "manque");
        ModelAndView page = answer(
                Fields.named(field -> field.replaceFirst("^skills.*[.]", "")), new InvalidInput(violations.all()));
        assertThat(page.getModel())
                .containsEntry(
                        "violations",
                        List.of(
                                new Fault("from", "Il manque quelque chose."),
                                new Fault("nom", "Il manque quelque chose.")));
    }

    @ParameterizedTest
    @EnumSource(
            value = RejectionCode.Kind.class,
            names = {"CHANGED", "NOT_FOUND", "FORBIDDEN", "BUSY"})
    void what_is_not_there_not_allowed_or_too_busy_passes_through(RejectionCode.Kind kind) {
        Rejection refused = new Rejection(new Stored("ANY", kind, "any"));
        assertThatThrownBy(() -> answer(Fields.NONE, refused)).isSameAs(refused);
    }

    @Test
    void what_was_done_leads_back_to_its_row_and_is_told_by_no_address() throws Exception {
        ModelAndView answer = FormAct.done(new JustDone("appel", "need-1", 2), "/suivi?rappels=2#need-1", "/suivi");
        MockHttpServletResponse response = new MockHttpServletResponse();
        requireNonNull(answer.getView()).render(Map.of(), new MockHttpServletRequest(), response);
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getRedirectedUrl()).isEqualTo("/suivi?rappels=2#need-1");
        JustDone call = new JustDone("appel", "need-1", 2);
        String said = response.getHeader(JustDone.HEADER);
        assertThat(LatelyDone.heard(said).untold()).contains(call);
        assertThat(LatelyDone.heard("-" + said + ":-prise-en-charge~need-1~0"))
                .isEqualTo(new LatelyDone(List.of(call, new JustDone("prise-en-charge", "need-1")), true));
        assertThat(LatelyDone.heard("<script>~x~1").acts()).isEmpty();
    }
}
