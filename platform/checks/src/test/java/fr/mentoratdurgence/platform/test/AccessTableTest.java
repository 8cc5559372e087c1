package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.web.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The form itself: each kind of fault is planted once and found. */
@Tag("reliability")
class AccessTableTest {
    private static final AccessRules LISTED = rules -> {
        rules.requestMatchers(HttpMethod.GET, "/bols", "/bols/*").permitAll();
        rules.requestMatchers(HttpMethod.POST, "/bols/*/lavage").hasRole("referent");
    };

    @RestController
    static class Bowls {
        @GetMapping("/bols")
        String all() {
            return "";
        }

        @GetMapping("/bols/{bowl}")
        String one() {
            return "";
        }

        @PostMapping("/bols/{bowl}/lavage")
        String wash() {
            throw new IllegalStateException("asking at the door does nothing");
        }
    }

    /** After what the kitchen says itself, as an application has it. */
    static class Platform implements DeferredImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata metadata) {
            return new String[] {
                "fr.mentoratdurgence.platform.security.SecurityAutoConfiguration",
                "fr.mentoratdurgence.platform.links.LinksAutoConfiguration"
            };
        }
    }

    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @Import({Platform.class, Bowls.class})
    static class Kitchen {
        @Bean
        Refusals refusals(ObjectProvider<RequestMappingHandlerMapping> endpoints) {
            return new Refusals(
                    (_, _, _, failure) -> {
                        throw new IllegalStateException(failure);
                    },
                    endpoints::getObject);
        }

        @Bean
        JwtDecoder tokens() {
            return Tokens.decoder();
        }
    }

    private static AccessTable right() {
        return new AccessTable()
                .everybody("GET /bols", "GET /bols/{bowl}")
                .only(Set.of("referent"), "POST /bols/{bowl}/lavage");
    }

    private static List<String> faults(AccessRules rules, AccessTable table) {
        List<String> found = new ArrayList<>();
        new WebApplicationContextRunner()
                .withUserConfiguration(Kitchen.class)
                .withBean(AccessRules.class, () -> rules)
                .withPropertyValues(
                        "mentorat.api=/api/kitchen/v1",
                        "mentorat.links.path=",
                        "mentorat.links.session=30m",
                        "mentorat.links.keys=" + Tokens.LINK_KEYS)
                .run(context -> found.addAll(table.faults(context)));
        return found;
    }

    @Test
    void a_table_that_says_what_the_rules_do_has_no_fault() {
        assertThat(faults(LISTED, right())).isEmpty();
    }

    @Test
    void an_endpoint_without_a_row_and_a_row_without_an_endpoint_are_faults() {
        assertThat(faults(LISTED, new AccessTable().everybody("GET /bols", "GET /bols/{bowl}", "GET /assiettes")))
                .containsExactly("POST /bols/{bowl}/lavage stands in no row", "GET /assiettes is no endpoint");
    }

    @Test
    void a_role_too_many_and_a_role_too_few_are_faults() {
        AccessRules others = rules -> {
            rules.requestMatchers(HttpMethod.GET, "/bols", "/bols/*").authenticated();
            rules.requestMatchers(HttpMethod.POST, "/bols/*/lavage").hasAnyRole("referent", "ops");
        };
        assertThat(faults(others, right()))
                .containsExactlyInAnyOrder(
                        "GET /bols as anonymous: 401 instead of let in",
                        "GET /bols/{bowl} as anonymous: 401 instead of let in",
                        "POST /bols/{bowl}/lavage as ops: let in instead of 403");
    }

    @Test
    void a_wildcard_for_writing_is_a_fault_whatever_its_role() {
        AccessRules wild = rules -> {
            rules.requestMatchers(HttpMethod.GET, "/bols", "/bols/*").permitAll();
            rules.requestMatchers(HttpMethod.POST, "/bols/*/*").hasRole("referent");
        };
        assertThat(faults(wild, right()))
                .containsExactly(
                        "POST /bols/bowl-0/unlisted is let in although nothing is there: a rule with a wildcard");
        AccessRules anyMethod = rules -> {
            rules.requestMatchers("/bols", "/bols/*").permitAll();
            rules.requestMatchers(HttpMethod.POST, "/bols/*/lavage").hasRole("referent");
        };
        assertThat(faults(anyMethod, right()))
                .contains("DELETE /bols/bowl-0 is let in although nothing is there: a rule with a wildcard");
    }
}
