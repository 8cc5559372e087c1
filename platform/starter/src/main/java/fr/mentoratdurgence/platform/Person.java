package fr.mentoratdurgence.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the token says it. A controller method may take one as a parameter; pages see it as {@code person}.
 *
 * @param account     pseudonymous id {@code account-<uuid>}; {@code public} for somebody without an account
 * @param displayName for the screen of this person only; never stored in events or logs
 * @param roles       realm roles, such as {@code referent}
 * @param territory   codes of départements; {@code *} is all of them
 * @param structure   the structure this contact speaks for
 * @param mentor      the mentor this account is
 * @param link        the one thing that the link of a letter speaks of, such as {@code need-<uuid>}, where it is by such a
 *                    link that this person comes; nothing for who has logged in
 */
public record Person(
        String account,
        String displayName,
        Set<String> roles,
        Set<String> territory,
        @Nullable String structure,
        @Nullable String mentor,
        @Nullable String link) {
    /** Somebody without an account. */
    public static final Person ANONYMOUS = new Person("public", "", Set.of(), Set.of(), null, null);

    /** The platform itself: it asks for work, and sees nothing. */
    public static final Person SYSTEM = new Person(Actor.SYSTEM.id(), "", Set.of(), Set.of(), null, null);

    /** Somebody who has logged in. */
    public Person(
            String account,
            String displayName,
            Set<String> roles,
            Set<String> territory,
            @Nullable String structure,
            @Nullable String mentor) {
        this(account, displayName, roles, territory, structure, mentor, null);
    }

    /** Whether this person came by a link that speaks of this. */
    public boolean isLinkedTo(String subject) {
        return subject.equals(link);
    }

    /**
     * Whether this person speaks for this structure: logged in as its contact, or by the link of a letter to the contact
     * of one of its needs, which speaks of one of these.
     *
     * @param linked the need and what became of it, such as the proposal or the pair
     */
    public boolean speaksFor(String ofStructure, String... linked) {
        boolean byLink = mentor == null && link != null && Set.of(linked).contains(link);
        return byLink || (has("structure") && ofStructure.equals(structure));
    }

    /**
     * Whether this person speaks as a mentor: logged in as one, or by a link that says who it is. Not {@code isMentor}, which
     * a template would read for {@code person.mentor}.
     */
    public boolean speaksAsMentor() {
        return mentor != null && (has("mentor") || link != null);
    }

    /** Whether this person has the role. */
    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether this person is a référent or a coordinator. Whose need or pair it is, is another question. */
    public boolean inTeam() {
        return has("referent") || has("coordinator");
    }

    /** Whether the département is in this person's territory. */
    public boolean covers(String departement) {
        return territory.contains("*") || territory.contains(departement);
    }

    /** The same person in one département alone, for a list of that one; unchanged where it is not in the territory. */
    public Person in(String departement) {
        return departement.isEmpty() || !covers(departement)
                ? this
                : new Person(account, displayName, roles, Set.of(departement), structure, mentor, link);
    }

    /** Whether nobody is logged in. */
    public boolean anonymous() {
        return this.equals(ANONYMOUS);
    }

    /** This person as an actor, in the strongest of the roles. */
    public Actor actor() {
        if (anonymous()) {
            return Actor.PUBLIC;
        }
        for (String role :
                new String[] {"coordinator", "referent", "structure", "mentor", "screener", "analyst", "ops", "link"}) {
            if (has(role)) {
                return new Actor(account, role);
            }
        }
        return new Actor(account, "none");
    }
}
