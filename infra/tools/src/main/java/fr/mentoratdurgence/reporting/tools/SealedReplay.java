package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Territory;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.publication.AsOf;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The figures of an operation from its sealed days alone, without a service or a database: whoever has the folder can
 * check a bilan to the last digit.
 */
final class SealedReplay {
    private static final int THREADS = 2;
    private static final String AFTER_THE_END = "rejeu.bilan.date.future";

    private final Told told;

    SealedReplay(Told told) {
        this.told = told;
    }

    /**
     * What is asked; an empty text where nothing is.
     *
     * @param asOf a day or an instant; nothing = the end of the last sealed day
     * @param text file to write the figures to, as they are hashed
     */
    record Asked(Path folder, String asOf, String happenedUntil, String territory, String text) {}

    /** Whether it could be answered. */
    boolean run(Asked asked) throws IOException {
        SealedHistory sealed = SealedHistory.brought(asked.folder());
        Manifest manifest = sealed.wholeManifest();
        told.tell("verifier.manifeste", manifest.lines().size(), manifest.hash());
        Optional<Scope> scope = scope(asked, manifest);
        if (scope.isEmpty()) {
            return false;
        }
        Ledger ledger = sealed.ledger(scope.get().cut(), THREADS);
        Bilan bilan = Bilans.of(ledger, scope.get());
        told.tell("rejeu.bilan", bilan.asOf().toString(), bilan.events());
        told.tell("rejeu.empreinte", bilan.hash());
        if (asked.text().isEmpty()) {
            told.tell("rejeu.texte.possible");
        } else {
            Files.writeString(Path.of(asked.text()), bilan.canonicalText());
            told.tell("rejeu.texte", asked.text());
        }
        return true;
    }

    private Optional<Scope> scope(Asked asked, Manifest manifest) {
        List<LocalDate> days =
                manifest.lines().stream().map(Manifest.Line::day).sorted().toList();
        Instant first = days.getFirst().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = days.getLast()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusMillis(1);
        Optional<Territory> territory =
                asked.territory().isEmpty() ? Optional.of(Territory.NATION) : Territory.parse(asked.territory());
        if (territory.isEmpty()) {
            told.tell("rejeu.territoire", asked.territory());
            return Optional.empty();
        }
        Optional<LocalDate> happenedUntil = AsOf.day(asked.happenedUntil());
        if (!asked.happenedUntil().isEmpty() && happenedUntil.isEmpty()) {
            told.tell("rejeu.survenu", asked.happenedUntil());
            return Optional.empty();
        }
        try {
            // the day that begins with the end is no day that is sealed: its first seconds are not its end
            Instant asOf = asked.asOf().isEmpty()
                    ? end
                    : AsOf.parse(asked.asOf(), AsOf.Grain.INSTANT, end.plusMillis(1), Optional.of(first));
            if (asOf.isAfter(end)) {
                told.tell(AFTER_THE_END, days.getFirst().toString(), end.toString());
                return Optional.empty();
            }
            return Optional.of(new Scope(asOf, happenedUntil.orElse(null), territory.get()));
        } catch (InvalidInput refused) {
            told.tell(
                    "rejeu." + refused.violations().getFirst().key(),
                    days.getFirst().toString(),
                    end.toString());
            return Optional.empty();
        }
    }
}
