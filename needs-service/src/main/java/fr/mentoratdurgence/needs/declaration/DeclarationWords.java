package fr.mentoratdurgence.needs.declaration;

import static fr.mentoratdurgence.needs.declaration.Answers.text;

import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.typed.Telephone;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers of the public form as it says them back. */
@Component
class DeclarationWords {
    private static final FrenchTime FRENCH = new FrenchTime();

    /** A row of « Vérifiez vos réponses ». */
    record Row(String label, String value, String href) {}

    /** One line in a list of lines. */
    record LineRow(int number, String title, String details) {}

    private final Declarations declarations;
    private final Choices choices;
    private final Texts texts;

    DeclarationWords(Declarations declarations, Choices choices, Texts texts) {
        this.declarations = declarations;
        this.choices = choices;
        this.texts = texts;
    }

    /** All answers, each with the step where it can be changed. */
    List<Row> rows(Draft draft) {
        Answers answers = draft.answers();
        ContactAnswer contact = answers.contact() == null ? ContactAnswer.NONE : answers.contact();
        LineAnswer first = answers.allLines().getFirst();
        String organisation = draft.path("organisation");
        String who = draft.path("contact");
        List<Row> rows = new ArrayList<>();
        rows.add(row("etablissement", title(answers), draft.path("etablissement")));
        for (LineRow line : lines(answers)) {
            rows.add(new Row(line.title(), line.details(), draft.path("jeunes/" + line.number())));
        }
        rows.add(row("canaux", Texts.capital(choices.words("canal", orNone(first.channels()))), organisation));
        rows.add(row("creneaux", slots(first.slots()), organisation));
        rows.add(row("public", Texts.capital(choices.word("public", text(answers.priorityAudience()))), organisation));
        rows.add(row("contact.nom", text(contact.name()), who));
        rows.add(row("contact.courriel", text(contact.email()), who));
        rows.add(row("contact.telephone", shown(text(contact.phone())), who));
        rows.add(row("rappel", Texts.capital(choices.words("demi-journee", orNone(answers.callTimes()))), who));
        rows.add(row("note", text(answers.note()), who));
        return rows;
    }

    private Row row(String key, String value, String href) {
        return new Row(texts.of("verification." + key), value, href);
    }

    /** The structure's name and commune. */
    String title(Answers answers) {
        return Uai.parse(text(answers.structure()))
                .flatMap(declarations::structure)
                .map(entry -> texts.of("structure.titre", entry.name(), entry.commune()))
                .orElseGet(() ->
                        texts.of("structure.titre", text(answers.structureName()), text(answers.structureCommune())));
    }

    /** The lines, numbered from 1. */
    List<LineRow> lines(Answers answers) {
        List<LineRow> rows = new ArrayList<>();
        for (LineAnswer line : answers.allLines()) {
            String details = choices.words("accompagnement", orNone(line.supports()));
            String subjects = choices.words("matiere", orNone(line.subjects()));
            rows.add(new LineRow(
                    rows.size() + 1,
                    texts.of(
                            "ligne.titre",
                            Integer.valueOf(text(line.count())),
                            choices.word("niveau", text(line.levelBand()))),
                    Texts.capital(subjects.isEmpty() ? details : details + " · " + subjects)));
        }
        return rows;
    }

    private String slots(@Nullable List<SlotAnswer> slots) {
        if (slots == null || slots.isEmpty()) {
            return Texts.capital(texts.of("creneaux.aucun"));
        }
        return String.join("\n", slots.stream().map(this::slot).toList());
    }

    private String slot(SlotAnswer slot) {
        return Texts.capital(FRENCH.slot(
                DayOfWeek.valueOf(text(slot.day())),
                Checks.minute(text(slot.start())),
                Checks.minute(text(slot.end()))));
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }

    private static String shown(String phone) {
        return Telephone.read(phone).map(Telephone::shown).orElse(phone);
    }
}
