package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.MemberAssociations.MemberAssociation;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.intake.Draft.SkillDraft;
import fr.mentoratdurgence.mentor.intake.Draft.SlotDraft;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.mentor.onboarding.Skill;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.typed.DepartementCode;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.Telephone;
import fr.mentoratdurgence.typed.Typed;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a draft into an application, or says everything that is to be mended. */
final class DraftCheck {
    static final int MOST_PAIRS = 5;
    private static final int MOST_SKILLS = 40;
    private static final int MOST_SLOTS = 30;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} '’.-]{0,59}");

    private final PersonalDataCheck personalData;
    private final Violations wrong;

    private DraftCheck(PersonalDataCheck personalData, Violations wrong) {
        this.personalData = personalData;
        this.wrong = wrong;
    }

    /**
     * The application, if nothing is to be mended.
     *
     * @param wrong what is known to be wrong already
     * @throws InvalidInput with every fault, by field
     */
    static CheckedApplication of(Draft draft, PersonalDataCheck personalData, Violations wrong) {
        CheckedApplication application = new DraftCheck(personalData, wrong).application(draft);
        wrong.throwIfAny();
        return application;
    }

    /**
     * Names and ways to reach somebody, corrected.
     *
     * @throws InvalidInput with every fault, by field
     */
    static Identity identity(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            String departement,
            PersonalDataCheck personalData) {
        DraftCheck check = new DraftCheck(personalData, new Violations());
        Identity identity = new Identity(
                check.name("firstName", firstName),
                check.name("lastName", lastName),
                check.email(text(email)),
                check.phone(text(phone), departement));
        check.wrong.throwIfAny();
        return identity;
    }

    private CheckedApplication application(Draft draft) {
        String departement = DepartementCode.of(text(draft.departement()));
        Identity identity = new Identity(
                name("firstName", draft.firstName()),
                name("lastName", draft.lastName()),
                email(text(draft.email())),
                phone(text(draft.phone()), departement));
        boolean adult = yesOrNo("adult", draft.adult());
        if (text(draft.departement()).isEmpty()) {
            wrong.add("departement", "candidature.departement.manque");
        } else if (Departements.of(departement).isEmpty()) {
            wrong.add("departement", "candidature.departement.forme");
        }
        List<Skill> skills = skills(draft.skills() == null ? List.of() : draft.skills());
        List<SupportKind> supports = codes("supports", SupportKind.class, draft.supports());
        List<Channel> channels = codes("channels", Channel.class, draft.channels());
        List<WeeklySlot> slots = slots(draft.slots() == null ? List.of() : draft.slots());
        int capacity = capacity(draft.capacity());
        Offer offer = new Offer(Boolean.TRUE.equals(draft.anywhere()), capacity, skills, supports, channels, slots);
        return new CheckedApplication(identity, adult, departement, association(draft.association()), offer);
    }

    /** Who has none is called. */
    private String email(String typed) {
        return typed.isEmpty()
                ? ""
                : read("email", typed, EmailAddress.read(typed).map(EmailAddress::value));
    }

    private String phone(String typed, String departement) {
        return read("phone", typed, Telephone.read(typed, departement).map(Telephone::e164));
    }

    private String read(String field, String typed, Optional<String> value) {
        if (value.isEmpty()) {
            wrong.add(field, "candidature." + field + (typed.isEmpty() ? ".manque" : ".forme"));
        }
        return value.orElse("");
    }

    private String name(String field, @Nullable String typed) {
        String name = matching(field, text(typed), NAME);
        personalData.refuse(field, name, TextPlace.PERSON, wrong);
        return name;
    }

    private String matching(String field, String typed, Pattern form) {
        if (typed.isEmpty()) {
            wrong.add(field, "candidature." + field + ".manque");
        } else if (typed.length() > 254 || !form.matcher(typed).matches()) {
            wrong.add(field, "candidature." + field + ".forme");
        }
        return typed;
    }

    private @Nullable String association(@Nullable String typed) {
        if (text(typed).isEmpty()) {
            return null;
        }
        Optional<MemberAssociation> known = MemberAssociations.withCode(text(typed));
        if (known.isEmpty()) {
            wrong.add("association", "candidature.association.inconnue", MemberAssociations.choices());
        }
        return known.map(MemberAssociation::code).orElse(null);
    }

    private boolean yesOrNo(String field, @Nullable Boolean typed) {
        if (typed == null) {
            wrong.add(field, "candidature." + field + ".manque");
        }
        return Boolean.TRUE.equals(typed);
    }

    private int capacity(@Nullable Integer typed) {
        if (typed == null || typed < 1 || typed > MOST_PAIRS) {
            wrong.add("capacity", "candidature.capacity.forme", MOST_PAIRS);
            return 1;
        }
        return typed;
    }

    private <T extends Enum<T>> List<T> codes(String field, Class<T> type, @Nullable List<String> typed) {
        List<T> codes = new ArrayList<>();
        if (typed == null || typed.isEmpty()) {
            wrong.add(field, "candidature." + field + ".manque");
            return codes;
        }
        for (String code : typed) {
            code(type, code)
                    .ifPresentOrElse(
                            known -> {
                                if (!codes.contains(known)) {
                                    codes.add(known);
                                }
                            },
                            () -> unknown(field, code, type));
        }
        return codes;
    }

    private List<Skill> skills(List<SkillDraft> typed) {
        List<Skill> skills = new ArrayList<>();
        if (typed.size() > MOST_SKILLS) {
            wrong.add("skills", "candidature.skills.trop", MOST_SKILLS);
            return skills;
        }
        for (int i = 0; i < typed.size(); i++) {
            SkillDraft draft = typed.get(i);
            String field = "skills[" + i + "]";
            Optional<Subject> subject = code(Subject.class, draft.subject());
            Optional<LevelBand> from = code(LevelBand.class, draft.fromBand());
            Optional<LevelBand> to = code(LevelBand.class, draft.toBand());
            if (subject.isEmpty()) {
                unknown(field + ".subject", draft.subject(), Subject.class);
            }
            if (from.isEmpty()) {
                unknown(field + ".fromBand", draft.fromBand(), LevelBand.class);
            }
            if (to.isEmpty()) {
                unknown(field + ".toBand", draft.toBand(), LevelBand.class);
            }
            if (subject.isPresent() && from.isPresent() && to.isPresent()) {
                if (from.get().compareTo(to.get()) > 0) {
                    wrong.add(field + ".toBand", "candidature.skills.ordre");
                }
                skills.add(new Skill(subject.get(), from.get(), to.get()));
            }
        }
        return skills;
    }

    private List<WeeklySlot> slots(List<SlotDraft> typed) {
        List<WeeklySlot> slots = new ArrayList<>();
        if (typed.size() > MOST_SLOTS) {
            wrong.add("slots", "candidature.slots.trop", MOST_SLOTS);
            return slots;
        }
        for (int i = 0; i < typed.size(); i++) {
            SlotDraft draft = typed.get(i);
            String field = "slots[" + i + "]";
            Optional<DayOfWeek> day = code(DayOfWeek.class, draft.day());
            Optional<Integer> start = minute(draft.start());
            Optional<Integer> end = minute(draft.end());
            if (day.isEmpty()) {
                unknown(field + ".day", draft.day(), DayOfWeek.class);
            }
            if (start.isEmpty() || end.isEmpty()) {
                wrong.add(field + (start.isEmpty() ? ".start" : ".end"), "candidature.slots.heure");
            } else if (day.isPresent()) {
                WeeklySlot slot = new WeeklySlot(day.get(), start.get(), end.get());
                if (!slot.lastsLongEnough()) {
                    wrong.add(field + ".end", "candidature.slots.duree", WeeklySlot.MIN_MINUTES);
                }
                slots.add(slot);
            }
        }
        return slots;
    }

    private <T extends Enum<T>> void unknown(String field, @Nullable String typed, Class<T> type) {
        if (text(typed).isEmpty()) {
            wrong.add(field, "candidature." + field.replaceFirst(".*\\.", "") + ".manque");
            return;
        }
        wrong.add(
                field,
                "candidature.code",
                Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    private static <T extends Enum<T>> Optional<T> code(Class<T> type, @Nullable String typed) {
        return Code.known(type, text(typed).toUpperCase(Locale.ROOT));
    }

    private static Optional<Integer> minute(@Nullable String typed) {
        return Typed.time(typed).map(time -> time.toSecondOfDay() / 60);
    }

    private static String text(@Nullable String typed) {
        return Typed.text(typed);
    }
}
