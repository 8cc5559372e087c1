package fr.mentoratdurgence.platform.search;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service answers to a search.
 *
 * @param page   path of its page
 * @param others parts of the platform that are asked too from this page; each answers at {@code /<part>/recherche}
 */
@ConfigurationProperties("mentorat.search")
record SearchSettings(String page, @DefaultValue List<String> others) {}
