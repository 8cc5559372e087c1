package fr.mentoratdurgence.cli;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, and of which commit. */
final class Version implements IVersionProvider {
    private static final String NOT_FILLED_IN = "@";

    @Override
    public String[] getVersion() {
        ResourceBundle version = ResourceBundle.getBundle("version");
        String number = version.getString("mentorat");
        String commit = version.getString("commit");
        // sources without their repository leave the place as it stands in the build
        return new String[] {
            commit.startsWith(NOT_FILLED_IN)
                    ? Texts.say("version", number)
                    : Texts.say("version.commit", number, commit)
        };
    }
}
