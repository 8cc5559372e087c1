package fr.mentoratdurgence.needs.pages;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.MemberAssociations.MemberAssociation;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who answers for the site: what a public site owes its visitors. Empty reads "à compléter"; an installation that is
 * reached from elsewhere does not start with one of them empty ({@code PublicDefaults}).
 *
 * @param name     the body that publishes
 * @param director who directs the publication
 * @param address  where the publisher sits
 * @param phone    its telephone
 * @param contact  where to write to it by e-mail
 * @param host     who hosts the site: name, address, telephone
 */
@ConfigurationProperties("mentorat.publisher")
record PublisherSettings(
        @DefaultValue("") String name,
        @DefaultValue("") String director,
        @DefaultValue("") String address,
        @DefaultValue("") String phone,
        @DefaultValue("") String contact,
        @DefaultValue("") String host) {

    /** What stands in the places of the texts. */
    Map<String, String> places() {
        return Map.of(
                "{editeur}", name,
                "{directeur}", director,
                "{adresse}", address,
                "{telephone}", phone,
                "{courriel}", contact,
                "{hebergeur}", host);
    }

    /** Only associations that facts may name stand as members. */
    static List<String> members() {
        return MemberAssociations.all().stream().map(MemberAssociation::label).toList();
    }
}
