package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;

/** What to say to somebody who starts a system where one already runs. */
final class AlreadyRunning {
    private AlreadyRunning() {}

    /** Who asks for one part is told about that part; the first that does not answer, where several are asked for. */
    static LocalFailure failure(LocalOptions asked) {
        RunFolder folder = new RunFolder(asked.directory());
        int offset = RunRecord.portOffset(folder.directory()).orElse(asked.portOffset());
        if (asked.parts().size() == Part.values().length || asked.parts().isEmpty()) {
            return new LocalFailure("deja.en.marche", folder.directory(), Integer.toString(PortChoice.free(offset)));
        }
        LocalAddresses addresses = new LocalAddresses(offset);
        Part told = asked.parts().stream()
                .sorted()
                .filter(part -> !Ports.taken(addresses.port(part)))
                .findFirst()
                .orElseGet(() -> asked.parts().stream().sorted().findFirst().orElseThrow());
        String key = "partie.en.panne";
        if (!RunRecord.has(folder.directory(), told)) {
            key = "partie.ailleurs";
        } else if (Ports.taken(addresses.port(told))) {
            key = "partie.en.marche";
        }
        return new LocalFailure(key, folder.directory(), told.title(), told.id(), folder.log(told));
    }
}
