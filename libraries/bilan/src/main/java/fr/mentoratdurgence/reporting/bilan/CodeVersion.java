package fr.mentoratdurgence.reporting.bilan;

import java.util.Objects;

/** Which code works bilans out: version and commit. */
public final class CodeVersion {
    private static final String UNKNOWN = "dev";

    /** Such as {@code 1.0.0-1d50c01}; {@code dev} where the classes come from no package. */
    public static final String TEXT =
            known(Objects.requireNonNullElse(CodeVersion.class.getPackage().getImplementationVersion(), UNKNOWN));

    private CodeVersion() {}

    /** Sources without their repository leave the place of the commit as it stands in the build. */
    static String known(String version) {
        int place = version.indexOf("-${");
        return place < 0 ? version : version.substring(0, place);
    }
}
