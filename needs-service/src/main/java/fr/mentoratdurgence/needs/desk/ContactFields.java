package fr.mentoratdurgence.needs.desk;

import static java.util.Objects.requireNonNullElse;

import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.TypedContact;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person's name and ways to be reached, as a form has them.
 *
 * @param sure an address that was asked about already and is meant as it is
 */
record ContactFields(String name, String email, String phone, String sure) {

    /** What a form leaves out is empty. */
    ContactFields(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String sure) {
        this.name = requireNonNullElse(name, "");
        this.email = requireNonNullElse(email, "");
        this.phone = requireNonNullElse(phone, "");
        this.sure = requireNonNullElse(sure, "");
    }

    /** As it is known. */
    static ContactFields of(Contact known) {
        return new ContactFields(known.name(), known.email(), known.phoneShown(), "");
    }

    /** Read; all that is wrong is said by field. */
    Contact read(TypedContact typed) {
        return typed.contact(name, email, phone, sure);
    }

    /** The page that shows what was typed once more; an address that was asked about is not asked about again. */
    ModelAndView again(ModelAndView page) {
        return on(page).addObject("sure", email);
    }

    /**
     * The form that sets it right.
     *
     * @param lead key of its first sentence
     */
    ModelAndView correction(String back, String action, String lead) {
        return on(new ModelAndView("besoins/correction")
                .addObject("retour", back)
                .addObject("action", action)
                .addObject("chapeau", lead));
    }

    private ModelAndView on(ModelAndView page) {
        return page.addObject("nom", name).addObject("courriel", email).addObject("telephone", phone);
    }

    /** Says nothing: it names a person. */
    @Override
    public String toString() {
        return "ContactFields[***]";
    }
}
