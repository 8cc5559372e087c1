package fr.mentoratdurgence.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReadModel;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;

/**
 * The architecture as rules. A service's {@code ArchitectureTest} calls {@link #check}; each rule is proven by a planted
 * violation in this module's own tests.
 */
public final class Architecture {
    private static final String ROOT = "fr.mentoratdurgence";
    private static final List<String> SERVICES =
            List.of("needs", "mentor", "matching", "followup", "reporting", "gateway");

    /** What the enums of the lists of the vocabulary are called. */
    private static final Map<String, String> LISTS = Map.of(
            "LevelBand", "niveau",
            "Subject", "matiere",
            "SupportKind", "accompagnement",
            "Channel", "canal",
            "PriorityAudience", "public",
            "InterruptionReason", "interruption");

    private static final DescribedPredicate<JavaClass> FRAMEWORK = DescribedPredicate.describe(
            "a framework",
            c -> c.getPackageName().startsWith("org.springframework")
                    || c.getPackageName().startsWith("org.axonframework")
                    || c.getPackageName().startsWith("tools.jackson")
                    || c.getPackageName().startsWith("org.apache.kafka")
                    || c.getPackageName().startsWith("java.sql")
                    || c.getPackageName().startsWith("jakarta."));

    private Architecture() {}

    /**
     * All rules over the main classes, the templates and the texts of a service and its libraries, for example
     * {@code check("needs")} from a test of the module.
     */
    public static void check(String service) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + "." + service);
        if (main.isEmpty()) {
            throw new AssertionError("no classes of " + service + ": the rules would guard nothing");
        }
        noOtherService(ROOT, service).check(main);
        rulesKnowNoFramework().allowEmptyShould(true).check(main);
        beansStayInTheirPackage().allowEmptyShould(true).check(main);
        tellingNames().check(main);
        injectedTimeAndIds().check(main);
        onlyPublishersSpeak(ROOT).check(main);
        projectionsDeclareTheirTables().allowEmptyShould(true).check(main);
        refusalsAreAskedNotCompared().check(main);
        settingsAreRecords().check(main);
        namesCarryTheirRole().forEach(rule -> rule.allowEmptyShould(true).check(main));
        noToolsInTheService().check(main);
        axonIsAPort().check(main);
        sealingIsDoneOnce().check(main);
        sharedCodesAreWhole().allowEmptyShould(true).check(main);
        Templates.check(Path.of("src/main/resources"));
    }

    /** A service depends on contracts and platform, never on another service. */
    static ArchRule noOtherService(String root, String service) {
        String[] others = SERVICES.stream()
                .filter(s -> !s.equals(service))
                .map(s -> root + "." + s + "..")
                .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
    }

    /** Deciders, commands, refusals, events and all that they use are plain Java. */
    static ArchRule rulesKnowNoFramework() {
        return classes()
                .that(DescribedPredicate.describe(
                        "state rules or facts",
                        c -> c.getSimpleName().matches(".*(Decider|Rejection)")
                                || (isCommand(c) && !c.isInterface())
                                || c.getPackageName().endsWith(".engine")
                                || (c.isAssignableTo(DomainEvent.class) && !c.isInterface())))
                .should(new ArchCondition<>("use no framework, directly or through others of the service") {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        Set<JavaClass> seen = new HashSet<>(Set.of(origin));
                        Deque<JavaClass> open = new ArrayDeque<>(seen);
                        while (!open.isEmpty()) {
                            JavaClass next = open.pop();
                            for (Dependency dependency : next.getDirectDependenciesFromSelf()) {
                                JavaClass target = dependency.getTargetClass();
                                if (FRAMEWORK.test(target)) {
                                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                                } else if (ours(origin, target) && seen.add(target)) {
                                    open.push(target);
                                }
                            }
                        }
                    }
                });
    }

    /** A command of a sealed family, which bears the family's name. */
    private static boolean isCommand(JavaClass c) {
        return c.getAllRawInterfaces().stream().anyMatch(i -> i.getSimpleName().endsWith("Command"));
    }

    private static boolean ours(JavaClass origin, JavaClass target) {
        String[] parts = origin.getPackageName().split("\\.", -1);
        String service = String.join(".", List.of(parts).subList(0, Math.min(3, parts.length)));
        return target.getPackageName().startsWith(service);
    }

    /** What Spring makes is nobody's business outside its package. */
    static ArchRule beansStayInTheirPackage() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.stereotype.Component")
                .or()
                .areMetaAnnotatedWith("org.springframework.stereotype.Component")
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC);
    }

    /** A name says what a thing is. */
    static ArchRule tellingNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract");
    }

    /** What an operator runs beside a service, and what measures it, stands in infra/tools or among the tests. */
    static ArchRule noToolsInTheService() {
        return noClasses()
                .should()
                .resideInAnyPackage("..tools..", "..bench..")
                .orShould()
                .haveSimpleNameEndingWith("Bench");
    }

    /** Only {@code platform.store} knows the event store's library; a projection wears its annotations. */
    static ArchRule axonIsAPort() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..platform.store..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of Axon and no annotation",
                        c -> c.getPackageName().startsWith("org.axonframework") && !c.isAnnotation()));
    }

    /** One hash, one keyed mark, one seal: {@code libraries/sealing}. */
    static ArchRule sealingIsDoneOnce() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..sealing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.crypto..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo("java.security.MessageDigest");
    }

    /** Time and ids are injected, so that history can be replayed. */
    static ArchRule injectedTimeAndIds() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone");
    }

    /** Only the owner's publisher makes contracts. */
    static ArchRule onlyPublishersSpeak(String root) {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Publisher")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "a contract is made",
                        call -> call.getTargetOwner().getPackageName().startsWith(root + ".contracts")
                                && !call.getTargetOwner()
                                        .getSimpleName()
                                        .matches("NeedLine|PairTerms|WeeklySlot|Skill")));
    }

    /** What is not declared cannot be rebuilt. */
    static ArchRule projectionsDeclareTheirTables() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Projection")
                .should()
                .beAnnotatedWith(ReadModel.class)
                .andShould()
                .beAnnotatedWith(ProcessingGroup.class);
    }

    /**
     * The codes that travel between services: an enum that is named after a list of the vocabulary has all its codes and no
     * other, but for {@code UNKNOWN}, which is kept for a code that is not known yet and has no word.
     */
    static ArchRule sharedCodesAreWhole() {
        return classes()
                .that(DescribedPredicate.describe(
                        "are enums of a list of the vocabulary",
                        c -> c.isEnum() && LISTS.containsKey(c.getSimpleName())))
                .should(new ArchCondition<>("have all its codes and no other") {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        Set<String> codes = new TreeSet<>();
                        for (JavaField field : origin.getFields()) {
                            if (field.getRawType().equals(origin)
                                    && !field.getName().equals("UNKNOWN")) {
                                codes.add(field.getName());
                            }
                        }
                        Set<String> words = Vocabulary.codes(Objects.requireNonNull(LISTS.get(origin.getSimpleName())));
                        if (!codes.equals(words)) {
                            events.add(SimpleConditionEvent.violated(
                                    origin, origin.getName() + " has " + codes + " for " + words));
                        }
                    }
                });
    }

    /** A setting is said once, with its meaning and unit, in a record that the tools can read. */
    static ArchRule settingsAreRecords() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
                .because("settings are @ConfigurationProperties records");
    }

    /** The vocabulary of roles, as CONTRIBUTING.md says it: who does the work of a role bears its name. */
    static List<ArchRule> namesCarryTheirRole() {
        return List.of(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Access")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(AccessRules.class),
                classes().that().implement(Inbox.class).should().haveSimpleNameEndingWith("Inbox"),
                classes()
                        .that()
                        .areAnnotatedWith("org.springframework.stereotype.Controller")
                        .should()
                        .haveNameMatching(".*(Pages|Stream)"),
                classes()
                        .that()
                        .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                        .should()
                        .haveSimpleNameEndingWith("Api"),
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("UseCases")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(DecisionSession.class),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Configuration")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Rejection.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Decider.class),
                noClasses()
                        .that()
                        .haveNameMatching(".*(Board|Book)")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Commands.class),
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Acts")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.servlet..", "org.springframework.ui..", "org.springframework.web.."));
    }

    /**
     * A refusal that was stored with its command is no longer the constant that the decider threw: a comparison of its
     * code would be false for ever, and silently.
     */
    static ArchRule refusalsAreAskedNotCompared() {
        return noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "the code of a refusal is asked for",
                        access -> access.getTargetOwner().isAssignableTo(Rejection.class)
                                && access.getTarget().getName().equals("code")))
                .because("Rejection.is(rule) is the only safe way to ask");
    }
}
