package fr.mentoratdurgence.gateway.protection;

/**
 * The order of the filters that run before a request reaches its route. Spring Security stands at -100:
 * what must hold for the login addresses too stands before it.
 */
public final class Passage {
    static final int VISITOR = -410;
    static final int SECURITY_HEADERS = -400;
    static final int HEADERS = -390;
    static final int FOREIGN_TOKEN = -310;
    static final int FRONT_ENDS = -305;
    static final int ORIGIN = -300;
    static final int CLIENT_RATE = -290;
    static final int BODY = -280;
    /** Behind what is refused to anybody, before whatever knows visitors. */
    public static final int STATIC_FILES = -270;

    static final int ACCOUNT_RATE = -90;
    static final int PUBLIC_FORM = -85;

    private Passage() {}
}
