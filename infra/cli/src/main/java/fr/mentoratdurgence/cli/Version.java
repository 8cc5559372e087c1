package fr.mentoratdurgence.cli;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** Which version this is. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            Texts.say("version", ResourceBundle.getBundle("version").getString("mentorat"))
        };
    }
}
