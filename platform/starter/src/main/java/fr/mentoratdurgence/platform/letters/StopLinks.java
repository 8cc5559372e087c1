package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.links.Links;

/** How a letter that does not have to come is stopped: whole addresses, made while it is sent. */
class StopLinks {
    /** What a link says that stops all kinds. */
    static final String ALL = "tous";

    /** The part of an address after which the kind follows. */
    static final String STOP = "/arret/";

    private final Links links;
    private final LettersPurpose purpose;
    private final LettersSettings settings;

    StopLinks(Links links, LettersPurpose purpose, LettersSettings settings) {
        this.links = links;
        this.purpose = purpose;
        this.settings = settings;
    }

    /**
     * The ways out of one letter.
     *
     * @param page     where the person chooses
     * @param oneClick where a mail program stops it (RFC 8058)
     */
    record Ways(String page, String oneClick) {
        /** It cannot be stopped. */
        static final Ways NONE = new Ways("", "");

        @Override
        public String toString() {
            return "Ways[***]";
        }
    }

    /** @param kind its code, or {@link #ALL} */
    Ways of(String person, String kind) {
        String page = settings.origin() + links.mint(purpose, person, person);
        return new Ways(page, page + STOP + kind);
    }
}
