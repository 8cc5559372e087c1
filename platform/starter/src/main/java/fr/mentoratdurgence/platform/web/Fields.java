package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the faults of a form belong: which field a refused rule is about, and how the form calls a field that the rules
 * call otherwise. What is not named here is said above the form.
 */
public final class Fields {
    /** Faults keep their names; a refusal belongs to no field. */
    public static final Fields NONE = new Fields(Map.of(), UnaryOperator.identity());

    private final Map<RejectionCode, String> rules;
    private final UnaryOperator<String> names;

    private Fields(Map<RejectionCode, String> rules, UnaryOperator<String> names) {
        this.rules = rules;
        this.names = names;
    }

    /** The same, and refusals by this rule belong to that field. */
    public Fields at(RejectionCode rule, String field) {
        Map<RejectionCode, String> more = new LinkedHashMap<>(rules);
        more.put(rule, field);
        return new Fields(more, names);
    }

    /** The same, and what the rules call {@code name} the form calls {@code field}. */
    public Fields named(String name, String field) {
        return new Fields(rules, given -> given.equals(name) ? field : names.apply(given));
    }

    /** A form that calls its fields so. */
    public static Fields named(UnaryOperator<String> names) {
        return new Fields(Map.of(), names);
    }

    @Nullable
    String of(Rejection refused) {
        return rules.entrySet().stream()
                .filter(rule -> refused.is(rule.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The same fault in several places that the form has only one field for is said once. */
    List<Fault> of(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(names.apply(fault.field()), fault.message(), fault.rule(), fault.takeOut()))
                .distinct()
                .toList();
    }
}
